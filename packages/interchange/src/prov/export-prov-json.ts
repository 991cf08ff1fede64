import type { ReadError } from "@motcua/event-store";
import { type Either, isLeft, right } from "fp-ts/lib/Either.js";
import type { ExportedLog } from "../export/exported-log.js";
import { gatherDossiers } from "../export/gather-dossiers.js";
import type { GatheredDossier, Gathering } from "../export/gathering.js";
import type { ExportPage } from "../export/page.js";
import { addToBundle, type Bundle, emptyBundle } from "./bundle.js";

/**
 * All dossiers of a log as PROV-JSON (W3C member submission, 2013), a bundle each: who did what, when, and which state of
 * the dossier came of which. Nothing in it speaks of a person but the opaque ids of officials.
 *
 * @example
 * for await (const page of exportProvJson(store)) if (isRight(page)) process.stdout.write(page.right.content);
 */
export async function* exportProvJson(log: ExportedLog): AsyncGenerator<Either<ReadError, ExportPage>, void, void> {
  yield right({ content: `{"prefix":${JSON.stringify(PREFIXES)},\n"bundle":{`, events: 0, dossiers: 0 });
  let separator = "\n";
  for await (const page of gatherDossiers(log, GATHERING)) {
    if (isLeft(page)) return yield page;
    if (page.right.length === 0) continue;
    const content = separator + page.right.map(member).join(",\n");
    separator = ",\n";
    const events = page.right.reduce((sum, { gathered }) => sum + Object.keys(gathered.activity).length, 0);
    yield right({ content, events, dossiers: page.right.length });
  }
  yield right({ content: "\n}}\n", events: 0, dossiers: 0 });
}

const GATHERING: Gathering<Bundle> = { begin: emptyBundle, add: addToBundle };

const member = ({ id, gathered }: GatheredDossier<Bundle>): string => {
  const records = Object.entries(gathered).filter(([, kind]) => Object.keys(kind).length > 0);
  const bundle = { prefix: PREFIXES, ...Object.fromEntries(records) };
  return `${JSON.stringify(`bundle:${encodeURIComponent(id)}`)}:${JSON.stringify(bundle)}`;
};

const PREFIXES = {
  motcua: "urn:motcua:",
  bundle: "urn:motcua:dossier:",
  dossier: "urn:motcua:state:",
  event: "urn:uuid:",
  official: "urn:motcua:official:",
  unit: "urn:motcua:unit:",
  data: "urn:motcua:data:",
};
