import { CATALOGS, codecOf } from "./catalogs.js";
import { type JsonSchema, jsonSchemaOf } from "./json-schema.js";
import { typeScriptOf } from "./typescript.js";

const ENVELOPE: JsonSchema = {
  stream: { type: "string", description: "what the event happened to" },
  version: { type: "integer", minimum: 1, description: "its place in the stream" },
  id: { type: "string", format: "uuid", description: "unique in the log" },
  type: { type: "string", description: "what happened" },
  schemaVersion: { type: "integer", minimum: 1, description: "of the shape of data" },
  occurredAt: { type: "string", description: "when it happened, ISO 8601 in UTC with milliseconds" },
  recordedAt: { type: "string", description: "when the store learned it, the same" },
  data: { type: "object" },
  meta: { type: "object", description: "who and why" },
};

/** A line of `motcua export --format ndjson`; the data of each type is a definition, and stands in its category alone. */
export const eventsSchema = (): JsonSchema => ({
  $schema: "http://json-schema.org/draft-07/schema#",
  title: "An event of a motcua log",
  type: "object",
  required: Object.keys(ENVELOPE),
  properties: ENVELOPE,
  additionalProperties: false,
  allOf: CATALOGS.map(({ category, events }) => ({
    if: { properties: { stream: { pattern: `^${category}(-|$)` } } },
    // biome-ignore lint/suspicious/noThenProperty: the word of JSON Schema
    then: {
      properties: { type: { enum: Object.keys(events) } },
      allOf: Object.keys(events).map((type) => ({
        if: { properties: { type: { const: type } } },
        // biome-ignore lint/suspicious/noThenProperty: the word of JSON Schema
        then: { properties: { data: { $ref: `#/definitions/${type}` } } },
      })),
    },
  })),
  definitions: Object.fromEntries(
    CATALOGS.flatMap(({ events }) =>
      Object.entries(events).map(([type, schema]) => [type, jsonSchemaOf(codecOf(schema))]),
    ),
  ),
});

/** The same as types of TypeScript, for programs that read a log without motcua. */
export const eventTypes = (): string => {
  const types = CATALOGS.flatMap(({ events }) => Object.entries(events));
  const data = types.map(([type, schema]) => `export type ${type} = ${typeScriptOf(codecOf(schema))};`);
  const families = CATALOGS.map(({ category, about, events }) => {
    const name = `${category[0]?.toUpperCase()}${category.slice(1)}Event`;
    const members = Object.keys(events).map((type) => `  | Recorded<"${type}", ${type}>`);
    return `/** A stream ${category}-…: ${about}. */\nexport type ${name} =\n${members.join("\n")};`;
  });
  return `${TYPES_HEAD}\n${data.join("\n").replaceAll(DUE, "Due")}\n\n${families.join("\n\n")}\n`;
};

const DUE =
  '{ readonly kind: "date"; readonly date: LocalDate } | { readonly kind: "instant"; readonly instant: Instant }';

const TYPES_HEAD = `// The data of every event of a motcua log, written from the codecs that check it.

/** Epoch milliseconds, UTC. */
export type Instant = number;
/** YYYY-MM-DD. */
export type LocalDate = string;
/** YYYY-Q1 to YYYY-Q4. */
export type Quarter = string;
/** Through the whole of a local date, or up to and including an instant. */
export type Due = ${DUE};
/** What speaks of a person, sealed. */
export type Personal = { readonly subject: string; readonly sealed: string };

/** A line of \`motcua export --format ndjson\`. */
export interface Recorded<Type extends string, Data> {
  readonly stream: string;
  readonly version: number;
  readonly id: string;
  readonly type: Type;
  readonly schemaVersion: number;
  /** ISO 8601 in UTC with milliseconds. */
  readonly occurredAt: string;
  readonly recordedAt: string;
  readonly data: Data;
  readonly meta: Readonly<Record<string, unknown>>;
}
`;

/** What a subscriber may be sent, as AsyncAPI 3: a channel for each category of streams, a message for each type. */
export const asyncApi = (): JsonSchema => ({
  asyncapi: "3.0.0",
  info: {
    title: "Events of a motcua log",
    version: "1.0.0",
    description: "Each message is an event as a CloudEvent 1.0, a line of `motcua export --format cloudevents`.",
  },
  defaultContentType: "application/cloudevents+json",
  channels: Object.fromEntries(
    CATALOGS.map(({ category, address, about, events }) => [
      category,
      {
        address,
        description: about,
        parameters: { id: { description: "what stands after the first - of a stream's name" } },
        messages: Object.fromEntries(
          Object.keys(events).map((type) => [type, { $ref: `#/components/messages/${type}` }]),
        ),
      },
    ]),
  ),
  operations: Object.fromEntries(
    CATALOGS.map(({ category }) => [category, { action: "send", channel: { $ref: `#/channels/${category}` } }]),
  ),
  components: {
    messages: Object.fromEntries(
      CATALOGS.flatMap(({ events }) => Object.keys(events)).map((type) => [
        type,
        {
          name: `motcua.${type}`,
          payload: {
            allOf: [
              { $ref: "#/components/schemas/CloudEvent" },
              {
                properties: {
                  type: { const: `motcua.${type}` },
                  data: { $ref: `./events.schema.json#/definitions/${type}` },
                },
              },
            ],
          },
        },
      ]),
    ),
    schemas: { CloudEvent: CLOUD_EVENT },
  },
});

const text: JsonSchema = { type: "string" };

const CLOUD_EVENT: JsonSchema = {
  type: "object",
  required: [
    "specversion",
    "id",
    "source",
    "type",
    "subject",
    "time",
    "recordedtime",
    "sequence",
    "schemaversion",
    "datacontenttype",
    "data",
  ],
  properties: {
    specversion: { const: "1.0" },
    id: { type: "string", format: "uuid" },
    source: { type: "string", format: "uri-reference" },
    type: text,
    subject: text,
    time: { type: "string", format: "date-time" },
    recordedtime: { type: "string", format: "date-time" },
    sequence: { type: "string", pattern: "^[0-9]{16}$" },
    schemaversion: { type: "integer", minimum: 1 },
    correlationid: text,
    causationid: text,
    traceparent: text,
    authtype: { enum: ["user", "system"] },
    authid: text,
    meta: text,
    datacontenttype: { const: "application/json" },
    data: { type: "object" },
  },
};
