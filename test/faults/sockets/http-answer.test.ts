import { describe, expect, test } from "@jest/globals";
import { answerIn, isLast } from "../../../faults/src/sockets/http-answer.js";

const WITH_LENGTH = "HTTP/1.1 200 OK\r\nContent-Length: 3\r\nConnection: close\r\n\r\nyes";
const IN_CHUNKS = "HTTP/1.1 503 Service Unavailable\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nno\r\n0\r\n\r\n";

describe("an answer on a connection", () => {
  test.each([
    ["with a length", WITH_LENGTH],
    ["in chunks", IN_CHUNKS],
  ])("%s is there once all of it has come, and not before", (_how, text) => {
    const bytes = Buffer.from(text);
    const lengths = Array.from({ length: bytes.length }, (_, length) => answerIn(bytes.subarray(0, length)));

    expect(lengths.every((found) => found === null)).toBe(true);
    expect(answerIn(bytes)?.length).toBe(bytes.length);
  });

  test("is told apart from the next one", () => {
    const found = answerIn(Buffer.from(WITH_LENGTH + WITH_LENGTH));

    expect(found?.length).toBe(WITH_LENGTH.length);
    expect(found?.answer).toMatchObject({ status: 200, body: "yes" });
  });

  test("says whether it is the last", () => {
    const [last, other] = [WITH_LENGTH, IN_CHUNKS].map((text) => answerIn(Buffer.from(text))?.answer);

    expect([last && isLast(last), other && isLast(other)]).toEqual([true, false]);
  });
});
