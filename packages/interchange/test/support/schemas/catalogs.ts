import {
  calendarEvents,
  dossierEvents,
  messageEvents,
  numberEvents,
  petitionEvents,
  procedureEvents,
  type Schema,
  treasuryEvents,
  unitEvents,
} from "@motcua/core";
import type * as t from "io-ts/lib/index.js";

/** Every event that motcua knows, by the category of its streams; `address` is how they are named. */
export const CATALOGS: ReadonlyArray<{
  readonly category: string;
  readonly address: string;
  readonly about: string;
  readonly events: Readonly<Record<string, Schema>>;
}> = [
  { category: "dossier", address: "dossier-{id}", about: "what happened to a dossier", events: dossierEvents },
  {
    category: "procedure",
    address: "procedure-{id}",
    about: "what was decided about a procedure",
    events: procedureEvents,
  },
  { category: "unit", address: "unit-{id}", about: "what was decided about a unit", events: unitEvents },
  { category: "petition", address: "petition-{id}", about: "what happened to a petition", events: petitionEvents },
  { category: "treasury", address: "treasury-{id}", about: "what a unit did with money", events: treasuryEvents },
  {
    category: "dossierNumbers",
    address: "dossierNumbers-{id}",
    about: "numbers of dossier codes, by unit and day",
    events: numberEvents,
  },
  { category: "calendar", address: "calendar-{id}", about: "changes of a calendar", events: calendarEvents },
  { category: "message", address: "message-{id}", about: "what became of a message", events: messageEvents },
];

/** The codec of an event's data. */
export const codecOf = ({ codec }: Schema): t.Mixed => codec as t.Mixed;
