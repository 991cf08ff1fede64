import { anyCommands, anyPolicy, type Played, play } from "@motcua/testkit";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type DossierEvent,
  type DossierStatus,
  dossierDecider,
  localDateOf,
  type PolicyPack,
  possibleFrom,
  VIETNAM,
} from "../../src/index.js";
import { runs } from "../support/tier.js";

type Life = Played & { readonly policy: PolicyPack };

const lives: fc.Arbitrary<Life> = fc.tuple(anyPolicy(), anyCommands({ maxLength: 60 })).map(([policy, commands]) => {
  const decider = dossierDecider({ calendar: VIETNAM, policies: [policy] });
  return { policy, ...play(decider, commands) };
});

const howMany = (events: ReadonlyArray<DossierEvent>, type: DossierEvent["type"]) =>
  events.filter((event) => event.type === type).length;

const AFTER_THE_END: ReadonlyArray<DossierEvent["type"]> = [
  "SatisfactionRated",
  "ResultCorrected",
  "DossierLostOrDamaged",
  "ApologyIssued",
  "OriginalsReturned",
  "FactCorrected",
  "PaymentCollected",
  "PaymentRefunded",
  "ReceiptVoided",
];

const holds = (invariant: (life: Life) => void) => fc.assert(fc.property(lives, invariant), runs(300));

describe("in every life of a dossier", () => {
  it("supplements and new dates are not more than its regime allows", () => {
    holds(({ events, policy }) => {
      const { max, countsIntake } = policy.supplement;
      const asked = howMany(events, "SupplementRequested");
      expect(asked).toBeLessThanOrEqual(max);
      if (countsIntake) expect(asked + howMany(events, "IntakeSupplementRequested")).toBeLessThanOrEqual(max);
      expect(howMany(events, "DueDateRescheduled")).toBeLessThanOrEqual(policy.reschedule.max);
      const delays = events.filter((event) => event.type === "ApologyIssued" && event.data.kind !== "loss");
      expect(delays).toHaveLength(howMany(events, "DueDateRescheduled"));
    });
  });

  it("there is at most one notice for each due date", () => {
    holds(({ events }) => {
      const noticed = events.flatMap((event) =>
        event.type === "DossierOverdue" ? [JSON.stringify(event.data.due)] : [],
      );
      expect(new Set(noticed).size).toBe(noticed.length);
    });
  });

  it("it is received, resolved and returned at most once, in this order", () => {
    holds(({ events }) => {
      const places = (["DossierReceived", "DossierResolved", "ResultReturned"] as const).map((type) => {
        expect(howMany(events, type)).toBeLessThanOrEqual(1);
        return events.findIndex((event) => event.type === type);
      });
      const met = places.filter((place) => place >= 0);
      expect(met).toEqual(met.toSorted((a, b) => a - b));
    });
  });

  it("the promise never moves but by a correction, which is on record", () => {
    holds(({ events, state }) => {
      const promises = events.flatMap((event) =>
        event.type === "DossierReceived" || event.type === "FactCorrected" ? (event.data.promisedDue ?? []) : [],
      );
      expect(state.promisedDue).toEqual(promises.at(-1) ?? null);
    });
  });

  it("who corrects does not approve it, and who received it approves it only by delegation, on the day (Đ17.5)", () => {
    holds(({ events, state }) => {
      for (const event of events) {
        if (event.type === "FactCorrected") expect(event.data.by.id).not.toBe(event.data.approvedBy.id);
        if (event.type !== "ResultApproved" || event.data.by.id !== state.receivedBy) continue;
        expect(event.data.delegated).toBe(true);
        expect(state.delegated).toBe(true);
        expect(localDateOf(VIETNAM.zone, event.occurredAt)).toBe(localDateOf(VIETNAM.zone, state.receivedAt ?? 0));
      }
    });
  });

  it("an opinion is asked for, given and reported overdue at most once, each after the one before (Đ19.5)", () => {
    holds(({ events }) => {
      const told = new Map<string, ReadonlyArray<string>>();
      for (const { type, data } of events)
        if ("opinion" in data) told.set(data.opinion, [...(told.get(data.opinion) ?? []), type]);
      for (const types of told.values())
        expect([
          "OpinionRequested",
          "OpinionRequested,OpinionRecorded",
          "OpinionRequested,OpinionOverdueReported",
          "OpinionRequested,OpinionOverdueReported,OpinionRecorded",
        ]).toContain(types.join());
    });
  });

  it("an agency's part is completed only after it was opened (Đ19.6)", () => {
    holds(({ events }) => {
      const open = new Map<string, number>();
      for (const { type, data } of events) {
        if (type === "SubTaskOpened") open.set(data.agency, (open.get(data.agency) ?? 0) + 1);
        if (type !== "SubTaskCompleted") continue;
        const left = (open.get(data.agency) ?? 0) - 1;
        expect(left).toBeGreaterThanOrEqual(0);
        open.set(data.agency, left);
      }
    });
  });

  it("the applicant is told of each thing once", () => {
    holds(({ events }) => {
      const told = events.flatMap((event) =>
        event.type === "ApplicantNotified" ? [`${event.data.notice} ${event.data.about}`] : [],
      );
      expect(new Set(told).size).toBe(told.length);
    });
  });

  it("everybody is warned of a date once, for one reason, and it is put on record once that it has passed", () => {
    holds(({ events }) => {
      const noticed = events.flatMap((event) => {
        if (event.type === "DossierOverdue") return [JSON.stringify(event.data.due)];
        if (event.type !== "DeadlineNoticed") return [];
        const { deadline, of, stage, to, due } = event.data;
        return [JSON.stringify([deadline, of, stage, to, due])];
      });
      expect(new Set(noticed).size).toBe(noticed.length);
    });
  });

  it("no more originals go back than were handed in (Đ20.2)", () => {
    holds(({ events, state }) => {
      const handedIn = events.flatMap((event) =>
        event.type === "DossierReceived" ? (event.data.originals ?? []) : [],
      );
      const returned = events.flatMap((event) => (event.type === "OriginalsReturned" ? event.data.items : []));
      expect([...returned, ...state.originals].toSorted()).toEqual(handedIn.toSorted());
    });
  });

  it("only papers, the record and money may still be put right after its end", () => {
    holds(({ events }) => {
      const ends = new Set<DossierEvent["type"]>(["IntakeRefused", "DossierWithdrawn", "ResultReturned"]);
      const end = events.findIndex(({ type }) => ends.has(type));
      fc.pre(end >= 0);
      for (const { type } of events.slice(end + 1)) expect(AFTER_THE_END).toContain(type);
    });
  });

  it("not taken in, it accepts only that money goes back; withdrawn, also what puts papers and the record right", () => {
    const accepts = (status: DossierStatus) =>
      Object.entries(possibleFrom).flatMap(([type, from]) => (from.includes(status) ? [type] : []));
    expect(accepts("intakeRefused").toSorted()).toEqual(["refundPayment", "voidReceipt"]);
    expect(accepts("withdrawn").toSorted()).toEqual([
      "correctFact",
      "refundPayment",
      "reportLoss",
      "returnOriginals",
      "voidReceipt",
    ]);
  });

  it("the drawn lives are worth it: many are long, and every event occurs in some", () => {
    const seen = new Set<string>();
    let long = 0;
    for (const { events } of fc.sample(lives, { numRuns: 400, seed: 7 })) {
      for (const { type } of events) seen.add(type);
      if (events.length >= 8) long++;
    }
    expect(long).toBeGreaterThan(100);
    expect(seen.size).toBe(43);
  });
});
