import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { HttpLine } from "../../../faults/src/lines/http-line.js";

describe("a line on HTTP", () => {
  let server: Server;
  let line: HttpLine;
  let url: string;
  let asked: string[];

  beforeEach(async () => {
    asked = [];
    server = await answering(async (path, body) => {
      asked.push(`${path} ${body}`);
      return `to ${body}`;
    });
    line = await HttpLine.to(urlOf(server));
    url = line.through(`${urlOf(server)}/graphql`);
  });

  afterEach(async () => {
    await line.close();
    server.close();
    server.closeAllConnections();
  });

  test("passes a request on, and its answer back", async () => {
    const answer = await fetch(url, { method: "POST", body: "one" });

    expect([answer.status, answer.headers.get("x-server"), await answer.text()]).toEqual([200, "one", "to one"]);
    expect(asked).toEqual(["/graphql one"]);
    expect(line.counts).toEqual({ requests: 1, answers: 1, cuts: 0 });
  });

  test("loses an answer once it has come", async () => {
    const statuses: number[] = [];
    line.hooks = {
      beforeAnswer: (_exchange, status) => {
        statuses.push(status);
        return "cut";
      },
    };

    await expect(fetch(url, { method: "POST", body: "one" })).rejects.toThrow();

    expect(asked).toEqual(["/graphql one"]);
    expect(statuses).toEqual([200]);
    expect(line.counts).toEqual({ requests: 1, answers: 0, cuts: 1 });
  });

  test("loses a request before it has come", async () => {
    line.hooks = { beforeRequest: ({ body }) => (body.toString() === "one" ? "cut" : "pass") };

    await expect(fetch(url, { method: "POST", body: "one" })).rejects.toThrow();
    await fetch(url, { method: "POST", body: "two" });

    expect(asked).toEqual(["/graphql two"]);
  });

  test("cuts the client where the server is gone", async () => {
    server.close();

    await expect(fetch(url, { method: "POST", body: "one" })).rejects.toThrow();
  });

  test("leads requests elsewhere", async () => {
    const other = await answering(async () => "the other");
    line.retarget(urlOf(other));

    const answer = await fetch(url, { method: "POST", body: "one" });

    expect(await answer.text()).toBe("the other");
    other.close();
    other.closeAllConnections();
  });
});

async function answering(answer: (path: string, body: string) => Promise<string>): Promise<Server> {
  const server = createServer(async (request, response) => {
    const given = await answer(request.url ?? "", await text(request));
    response.writeHead(200, { "x-server": "one" }).end(given);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return server;
}

function urlOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
