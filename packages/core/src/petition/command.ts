import type { DeadlineStage, PetitionDeadline } from "../deadline/vocabulary.js";
import type { Actor, Role } from "../dossier/role.js";
import type { Channel } from "../dossier/vocabulary.js";
import type { Personal, SubjectRef } from "../personal/personal.js";
import type { Instant } from "../time/instant.js";
import type { Due } from "../time/term.js";
import type { Competence, PetitionAbout, PetitionClass, Verdict } from "./vocabulary.js";

/** What each command says besides what it is and when. */
interface Fields {
  lodge: {
    subjectRef: SubjectRef;
    channel: Channel;
    centre: string;
    /** The unit that takes it in. */
    unit: string;
    about: PetitionAbout;
    dossier?: string;
    category?: string;
    content?: Personal;
  };
  classify: { competence: Competence; class: PetitionClass };
  refuse: { reasons: ReadonlyArray<string>; note?: Personal };
  askSupplement: { items: ReadonlyArray<string>; note?: Personal };
  receiveSupplement: unknown;
  /** Who answers: the office that was asked, or (outside its competence, by default) the one it is passed to. */
  forward: { to: string; answer?: "here" | "there" };
  answer: { by?: string; content?: Personal };
  /** `where`: such as the address of the page. */
  publishAnswer: { where?: string };
  prolong: { reason: string; to: Due };
  reopen: { reason: string; note?: Personal };
  judge: { verdict: Verdict; by?: string; basis?: string; note?: Personal };
  /** Somebody is warned of a date that is near or has passed. */
  noteDeadline: { deadline: PetitionDeadline; stage: DeadlineStage; to: Role; by?: Actor };
  withdraw: { reason?: string; note?: Personal };
}

/** One command of a type. The instant is given: nothing in the domain looks at a clock. */
export type PetitionCommandOf<Type extends keyof Fields> = {
  readonly type: Type;
  readonly at: Instant;
} & Readonly<Fields[Type]>;

/** Everything that can be asked of a petition. */
export type PetitionCommand = { [Type in keyof Fields]: PetitionCommandOf<Type> }[keyof Fields];
