import { isLeft } from "fp-ts/lib/Either.js";
import {
  type PetitionCommand,
  type PetitionCommandOf,
  type PetitionDecider,
  type PetitionError,
  type PetitionEvent,
  type PetitionState,
  petitionDecider,
  VIETNAM,
  VIETNAM_PETITION_TERMS,
} from "../../src/index.js";
import { vn } from "./vietnam.js";

export const petitions = petitionDecider({ calendar: VIETNAM, terms: VIETNAM_PETITION_TERMS });

type FieldsOf<Type extends PetitionCommand["type"]> = Omit<PetitionCommandOf<Type>, "type" | "at">;

/** What every command says where a test does not care. */
const usual: { readonly [Type in PetitionCommand["type"]]: FieldsOf<Type> } = {
  lodge: { subjectRef: "subject-1", channel: "online", centre: "bac-ninh", unit: "one-stop", about: "behaviour" },
  classify: { competence: "within", class: "behaviour" },
  refuse: { reasons: ["no address"] },
  askSupplement: { items: ["which counter"] },
  receiveSupplement: {},
  forward: { to: "land office" },
  answer: {},
  publishAnswer: {},
  prolong: { reason: "witnesses away", to: { kind: "date", date: "2023-04-10" } },
  reopen: { reason: "new evidence" },
  judge: { verdict: "unfounded" },
  noteDeadline: { deadline: "answer", stage: "dueSoon", to: "receptionOfficer" },
  withdraw: {},
};

/** A command to a petition at a time of the wall clock in Vietnam. */
export const petitioned = <Type extends PetitionCommand["type"]>(
  type: Type,
  time: string,
  fields: Partial<FieldsOf<Type>> = {},
): PetitionCommand => ({ type, at: vn(time), ...usual[type], ...fields }) as unknown as PetitionCommand;

/** What a list of commands came to; what was refused changed nothing. */
export interface PetitionStory {
  readonly state: PetitionState;
  readonly events: ReadonlyArray<PetitionEvent>;
  readonly refused: ReadonlyArray<PetitionError>;
  /** `rule: detail` of what was not kept. */
  readonly flagged: ReadonlyArray<string>;
}

export const storyUnder =
  ({ initial, decide, evolve }: PetitionDecider) =>
  (...commands: ReadonlyArray<PetitionCommand>): PetitionStory => {
    let state = initial;
    const events: PetitionEvent[] = [];
    const refused: PetitionError[] = [];
    for (const command of commands) {
      const decision = decide(command, state);
      if (isLeft(decision)) refused.push(decision.left);
      else {
        state = decision.right.reduce(evolve, state);
        events.push(...decision.right);
      }
    }
    return { state, events, refused, flagged: events.flatMap(rulesNotKept) };
  };

export const story = storyUnder(petitions);

const rulesNotKept = ({ data }: PetitionEvent): ReadonlyArray<string> =>
  "violations" in data ? (data.violations ?? []).map(({ rule, detail }) => `${rule}: ${detail}`) : [];
