import {
  noPetition,
  type PetitionEvent,
  type PetitionEventType,
  type PetitionState,
  petitionDecider,
  petitionDuties,
} from "@motcua/core";
import type { Process } from "@motcua/event-store";
import { dutyTimers } from "./duty-timers.js";
import { dayText, withoutEmpty } from "./fields.js";
import { deadlineGround } from "./grounds.js";
import { queueing } from "./queueing.js";
import type { DeskRules } from "./rules.js";
import type { Wanted } from "./wanted.js";

/** The desk that watches petitions; see `dossierDesk`. */
export const petitionDesk = (rules: DeskRules): Process<PetitionState, Wanted> => {
  const dutiesOf = petitionDuties(rules);
  const { evolve } = petitionDecider(rules);
  return {
    name: "petition-desk",
    version: rules.version ?? 1,
    handles: READ,
    categories: ["petition"],
    initial: noPetition,
    evolve: (state, event) => evolve(state, event as unknown as PetitionEvent),
    react: (event, state) => toldBecause(rules, event.stream, event as unknown as PetitionEvent, state),
    timers: (state, stream) => dutyTimers("petition", stream, dutiesOf(state)),
    isOver: ({ status, publish, publishedAt }) =>
      OVER.has(status) || (status === "answered" && (publish === null || publishedAt !== null)),
  };
};

const READ: ReadonlyArray<PetitionEventType> = [
  "PetitionLodged",
  "PetitionClassified",
  "PetitionRefused",
  "PetitionSupplementRequested",
  "PetitionSupplementReceived",
  "PetitionForwarded",
  "PetitionAnswered",
  "AnswerPublished",
  "PetitionProlonged",
  "PetitionReopened",
  "PetitionDeadlineNoticed",
  "PetitionWithdrawn",
];

const OVER: ReadonlySet<PetitionState["status"]> = new Set(["refused", "passedOn", "withdrawn"]);

const toldBecause = (
  { calendar, messages }: DeskRules,
  stream: string,
  event: PetitionEvent,
  state: PetitionState,
): ReadonlyArray<Wanted> => {
  if (event.type !== "PetitionDeadlineNoticed" || messages.staff.length === 0) return [];
  const { deadline, stage, to, due } = event.data;
  return [
    queueing({
      about: { kind: "petition", id: stream.slice("petition-".length) },
      to: { kind: "office", role: to, at: state.holder ?? "" },
      template: `petition.${deadline}.${stage}`,
      fields: withoutEmpty({ code: stream.slice("petition-".length), unit: state.holder, due: dayText(calendar, due) }),
      ground: deadlineGround(deadline, null, due),
      channels: messages.staff,
    }),
  ];
};
