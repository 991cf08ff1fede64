import type { DossierCommand, Due, MessageCommandOf, PetitionCommand, WithoutInstant } from "@motcua/core";

/** A command that time has made necessary; not given any more from `until` on. */
interface Duty<Of extends string, Command> {
  readonly key: string;
  readonly of: Of;
  readonly id: string;
  readonly command: WithoutInstant<Command>;
  readonly until: number | null;
}

/** What the desk wants done about a dossier or a petition. */
export type Wanted =
  | Duty<"dossier", DossierCommand>
  | Duty<"petition", PetitionCommand>
  | {
      readonly key: string;
      readonly of: "message";
      /** Of the message: a UUID that follows from what it says to whom. */
      readonly id: string;
      readonly command: Omit<MessageCommandOf<"queue">, "at">;
    };

/** A due date as a word that it can be told by: equal for equal dates. */
export const dueWord = (due: Due): string => (due.kind === "date" ? due.date : new Date(due.instant).toISOString());
