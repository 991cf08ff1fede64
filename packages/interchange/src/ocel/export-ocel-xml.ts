import type { ReadError } from "@motcua/event-store";
import { type Either, isLeft, right } from "fp-ts/lib/Either.js";
import type { ExportedLog } from "../export/exported-log.js";
import { isoUtc } from "../export/iso.js";
import type { ExportPage } from "../export/page.js";
import { xmlText } from "../export/xml.js";
import type { OcelObject } from "./dossier-object.js";
import type { OcelEvent, OcelLink } from "./event.js";
import { type OcelTypeDeclared, ocelModel } from "./model.js";

/**
 * The same as `exportOcelJson`, in XML and as the specification has it: links are `<relationship>`. (The XSD that goes round
 * wants `<object>` there, and refuses every published example.)
 *
 * @example
 * for await (const page of exportOcelXml(store)) if (isRight(page)) process.stdout.write(page.right.content);
 */
export async function* exportOcelXml(log: ExportedLog): AsyncGenerator<Either<ReadError, ExportPage>, void, void> {
  const model = await ocelModel(log);
  if (isLeft(model)) return yield model;
  const { eventTypes, objectTypes, objects, events } = model.right;
  const head = `<?xml version="1.0" encoding="UTF-8"?>
<log>
${declared("object", objectTypes)}${declared("event", eventTypes)}  <objects>
`;
  yield right({ content: head, events: 0, dossiers: 0 });
  for await (const page of objects()) {
    if (isLeft(page)) return yield page;
    const dossiers = page.right.filter(({ type }) => type === "dossier").length;
    yield right({ content: page.right.map(objectElement).join(""), events: 0, dossiers });
  }
  yield right({ content: "  </objects>\n  <events>\n", events: 0, dossiers: 0 });
  for await (const page of events()) {
    if (isLeft(page)) return yield page;
    yield right({ content: page.right.map(eventElement).join(""), events: page.right.length, dossiers: 0 });
  }
  yield right({ content: "  </events>\n</log>\n", events: 0, dossiers: 0 });
}

const declared = (kind: "object" | "event", types: ReadonlyArray<OcelTypeDeclared>): string => {
  const elements = types.map(({ name, attributes }) => {
    const own = [...attributes].map(([attribute, type]) => `<attribute name="${xmlText(attribute)}" type="${type}"/>`);
    return `    <${kind}-type name="${xmlText(name)}"><attributes>${own.join("")}</attributes></${kind}-type>\n`;
  });
  return `  <${kind}-types>\n${elements.join("")}  </${kind}-types>\n`;
};

const objectElement = ({ id, type, values, links }: OcelObject): string => {
  const attributes = values.map(({ name, value, since }) => {
    const time = since === null ? "1970-01-01T00:00:00Z" : isoUtc(since);
    return `<attribute name="${xmlText(name)}" time="${time}">${xmlText(value)}</attribute>`;
  });
  return `    <object id="${xmlText(id)}" type="${xmlText(type)}">${parts(attributes, links)}</object>\n`;
};

const eventElement = ({ id, type, at, attributes, links }: OcelEvent): string => {
  const own = attributes.map(({ name, value }) => `<attribute name="${xmlText(name)}">${xmlText(value)}</attribute>`);
  return `    <event id="${xmlText(id)}" type="${xmlText(type)}" time="${isoUtc(at)}">${parts(own, links)}</event>\n`;
};

/** Both lists, also where they are empty: an event needs both. */
const parts = (attributes: ReadonlyArray<string>, links: ReadonlyArray<OcelLink>): string => {
  const relationships = links.map(
    ({ objectId, qualifier }) => `<relationship object-id="${xmlText(objectId)}" qualifier="${xmlText(qualifier)}"/>`,
  );
  return `<attributes>${attributes.join("")}</attributes><objects>${relationships.join("")}</objects>`;
};
