import {
  type PetitionEvent,
  type PetitionEventType,
  type PetitionState,
  petitionDecider,
  petitionDuties,
} from "@motcua/core";
import type { Process } from "@motcua/event-store";
import { deskOf } from "./desk-of.js";
import { dayText, withoutEmpty } from "./fields.js";
import { deadlineGround } from "./grounds.js";
import { queueing } from "./queueing.js";
import type { DeskRules } from "./rules.js";
import type { Wanted } from "./wanted.js";

/** The desk that watches petitions; see `dossierDesk`. */
export const petitionDesk = (rules: DeskRules): Process<PetitionState, Wanted> =>
  deskOf<PetitionState, PetitionEvent>({
    kind: "petition",
    version: rules.version ?? 1,
    decider: petitionDecider(rules),
    reads: READ,
    dutiesOf: petitionDuties(rules),
    toldBecause: toldBecause(rules),
    isOver: ({ status, publish, publishedAt }) =>
      OVER.has(status) || (status === "answered" && (publish === null || publishedAt !== null)),
  });

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

const toldBecause =
  ({ calendar, messages }: DeskRules) =>
  (id: string, event: PetitionEvent, state: PetitionState): ReadonlyArray<Wanted> => {
    if (event.type !== "PetitionDeadlineNoticed" || messages.staff.length === 0) return [];
    const { deadline, stage, to, due } = event.data;
    return [
      queueing({
        about: { kind: "petition", id },
        to: { kind: "office", role: to, at: state.holder ?? "" },
        template: `petition.${deadline}.${stage}`,
        fields: withoutEmpty({ code: id, unit: state.holder, due: dayText(calendar, due) }),
        ground: deadlineGround(deadline, null, due),
        channels: messages.staff,
      }),
    ];
  };
