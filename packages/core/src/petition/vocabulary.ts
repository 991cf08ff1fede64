import * as t from "io-ts/lib/index.js";
import { DueCodec, TermCodec } from "../time/term.js";

/** What the petitioner speaks of. */
export const PetitionAbout = t.keyof({ behaviour: null, regulation: null, dossier: null, other: null });
export type PetitionAbout = t.TypeOf<typeof PetitionAbout>;

/** What the office takes it for (NĐ 20/2008). */
export const PetitionClass = t.keyof({ notAccepted: null, behaviour: null, regulation: null });
export type PetitionClass = t.TypeOf<typeof PetitionClass>;

/** Whether the office that was asked is the one to answer (NĐ 20/2008). */
export const Competence = t.keyof({ within: null, outside: null });
export type Competence = t.TypeOf<typeof Competence>;

/** Whether what was petitioned turned out to be so. */
export const Verdict = t.keyof({ founded: null, unfounded: null });
export type Verdict = t.TypeOf<typeof Verdict>;

/** Until when something is to be done, the term that this follows from, and the regulation that sets it. */
export const Deadline = t.readonly(t.type({ term: TermCodec, due: DueCodec, rule: t.string }));
export type Deadline = t.TypeOf<typeof Deadline>;

/** The deadlines that begin when a petition is lodged, or taken up again. Absent where its regime sets no term. */
export const Deadlines = t.readonly(
  t.partial({ refuse: Deadline, askSupplement: Deadline, forward: Deadline, answer: Deadline }),
);
export type Deadlines = t.TypeOf<typeof Deadlines>;
