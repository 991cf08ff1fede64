import type { ReadError } from "@motcua/event-store";
import { type Either, isLeft, right } from "fp-ts/lib/Either.js";
import type { ExportedLog } from "../export/exported-log.js";
import { isoUtc } from "../export/iso.js";
import type { ExportPage } from "../export/page.js";
import type { OcelObject } from "./dossier-object.js";
import type { OcelEvent, OcelLink } from "./event.js";
import { type OcelTypeDeclared, ocelModel } from "./model.js";

/**
 * All dossiers of a log as OCEL 2.0 in JSON: events, and the dossiers, applicants (by opaque names), procedures, units and
 * officials that they are about. Every event is bound to its dossier, and every link leads to an object of the file.
 *
 * @example
 * for await (const page of exportOcelJson(store)) if (isRight(page)) process.stdout.write(page.right.content);
 */
export async function* exportOcelJson(log: ExportedLog): AsyncGenerator<Either<ReadError, ExportPage>, void, void> {
  const model = await ocelModel(log);
  if (isLeft(model)) return yield model;
  const { eventTypes, objectTypes, objects, events } = model.right;
  const types = JSON.stringify({ eventTypes: eventTypes.map(declared), objectTypes: objectTypes.map(declared) });
  yield right({ content: `${types.slice(0, -1)},\n"objects":[`, events: 0, dossiers: 0 });
  let separator = "\n";
  const list = (members: ReadonlyArray<object>): string => {
    if (members.length === 0) return "";
    const text = separator + members.map((member) => JSON.stringify(member)).join(",\n");
    separator = ",\n";
    return text;
  };
  for await (const page of objects()) {
    if (isLeft(page)) return yield page;
    const dossiers = page.right.filter(({ type }) => type === "dossier").length;
    yield right({ content: list(page.right.map(objectMember)), events: 0, dossiers });
  }
  separator = "\n";
  yield right({ content: '\n],\n"events":[', events: 0, dossiers: 0 });
  for await (const page of events()) {
    if (isLeft(page)) return yield page;
    yield right({ content: list(page.right.map(eventMember)), events: page.right.length, dossiers: 0 });
  }
  yield right({ content: "\n]}\n", events: 0, dossiers: 0 });
}

const declared = ({ name, attributes }: OcelTypeDeclared) => ({
  name,
  attributes: [...attributes].map(([attribute, type]) => ({ name: attribute, type })),
});

/** Values from the beginning are marked by this instant. */
const BEGINNING = "1970-01-01T00:00:00Z";

const objectMember = ({ id, type, values, links }: OcelObject) => ({
  id,
  type,
  attributes: values.map(({ name, value, since }) => ({
    name,
    value,
    time: since === null ? BEGINNING : isoUtc(since),
  })),
  relationships: links.map(relationship),
});

const eventMember = ({ id, type, at, attributes, links }: OcelEvent) => ({
  id,
  type,
  time: isoUtc(at),
  attributes: attributes.map(({ name, value }) => ({ name, value })),
  relationships: links.map(relationship),
});

const relationship = ({ objectId, qualifier }: OcelLink) => ({ objectId, qualifier });
