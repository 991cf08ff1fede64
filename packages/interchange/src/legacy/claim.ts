import { dossierEvents } from "@motcua/core";
import { type Either, isLeft, left } from "fp-ts/lib/Either.js";
import type { ImportFault } from "../fault.js";
import type { SourceCase } from "../source-case.js";
import type { Source } from "../text/source.js";
import type { Claim } from "./merge.js";
import { nameId, nameSpace } from "./name-id.js";
import type { Fact, ImportedFacts, Preset } from "./preset.js";

/** What a preset finds in a part of a case; a value that cannot be meant is a fault with its place. */
export const factsOf = (part: SourceCase, { file }: Source, preset: Preset): Either<ImportFault, ImportedFacts> => {
  const facts = preset.factsOf(part);
  if (!isLeft(facts)) return facts;
  const { attribute, expected, found } = facts.left;
  return left({ code: "ValueInvalid", file, line: part.line, column: attribute, expected, found });
};

/** The id of an event follows from the log, the dossier and the fact: importing again finds it again. */
export const claimOf = ({ key, event, inferred = [] }: Fact, dossierId: string, preset: Preset): Claim => {
  const id = nameId(IMPORTS, `${preset.name}/${dossierId}/${key}`);
  const { schemaVersion } = dossierEvents[event.type];
  return { event: { ...event, id, schemaVersion, meta: { source: preset.name } }, inferred };
};

/** The name space of ids that come from imported logs (RFC 9562, version 5). */
const IMPORTS = nameSpace("3f6b1c0a-52c7-5d0e-9a0e-8a7f3c9d1e22");
