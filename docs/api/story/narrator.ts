import { readFile } from "node:fs/promises";
import type { Answer, HttpRequest, Recording } from "../recording.js";
import { withStandIns } from "../stand-ins.js";
import { Told } from "./told.js";

type Variables = Readonly<Record<string, unknown>>;

/** What a token is shown as: it is another in every run. */
const SHOWN_TOKEN = "Bearer eyJ…";

/** Asks a service over HTTP, and keeps what the reference is to show. */
export class Narrator {
  /**
   * @param url where GraphQL is served
   * @param token whose bearer asks; null for nobody
   */
  constructor(
    private readonly url: string,
    private readonly token: string | null,
    readonly recordings: Recording[] = [],
  ) {}

  /** The same story, told by another caller. */
  as(token: string | null): Narrator {
    return new Narrator(this.url, token, this.recordings);
  }

  /** Asks with a document of `examples/`, and shows it. */
  async show(title: string, example: string, variables: Variables = {}): Promise<Told> {
    return this.showText(title, await documentOf(example), variables);
  }

  /** Asks with a document that stands in no file, since it is none that a tool would let pass. */
  async showText(title: string, document: string, variables: Variables = {}): Promise<Told> {
    const { status, answer } = await this.send(posting({ query: document, variables }));
    this.recordings.push({ title, request: { document, variables }, status, answer });
    return new Told(answer);
  }

  /** Asks with a document of `examples/` for what the next one begins with, and does not show it. */
  async ask(example: string, variables: Variables = {}): Promise<Told> {
    const { answer } = await this.send(posting({ query: await documentOf(example), variables }));
    return new Told(answer);
  }

  /** Sends what is no request of GraphQL, and shows it. */
  async showHttp(title: string, request: HttpRequest): Promise<void> {
    const shown = this.token === null ? {} : { authorization: SHOWN_TOKEN };
    const headers = { ...shown, ...request.headers };
    this.recordings.push({ title, request: { ...request, headers }, ...(await this.send(request)) });
  }

  private async send({ path, ...request }: HttpRequest): Promise<{ status: number; answer: Answer }> {
    const headers = { ...request.headers, ...(this.token !== null && { authorization: `Bearer ${this.token}` }) };
    const response = await fetch(new URL(path, this.url), { ...request, headers });
    return { status: response.status, answer: JSON.parse(withStandIns(await response.text())) };
  }
}

function documentOf(example: string): Promise<string> {
  return readFile(new URL(`../examples/${example}.graphql`, import.meta.url), "utf8");
}

function posting(body: object): HttpRequest {
  const headers = { "content-type": "application/json", accept: "application/graphql-response+json" };
  return { method: "POST", path: "/graphql", headers, body: JSON.stringify(body) };
}
