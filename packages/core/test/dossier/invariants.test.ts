import { anyCommands, anyPolicy, type Played, play } from "@motcua/testkit";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type DossierEvent, dossierDecider, type PolicyPack, possibleFrom, VIETNAM } from "../../src/index.js";
import { runs } from "../support/tier.js";

type Life = Played & { readonly policy: PolicyPack };

const lives: fc.Arbitrary<Life> = fc.tuple(anyPolicy(), anyCommands({ maxLength: 60 })).map(([policy, commands]) => {
  const decider = dossierDecider({ calendar: VIETNAM, policies: [policy] });
  return { policy, ...play(decider, commands) };
});

const afterwards: ReadonlyArray<DossierEvent["type"]> = [
  "SatisfactionRated",
  "PaymentCollected",
  "PaymentRefunded",
  "ReceiptVoided",
];

const howMany = (events: ReadonlyArray<DossierEvent>, type: DossierEvent["type"]) =>
  events.filter((event) => event.type === type).length;

const holds = (invariant: (life: Life) => void) => fc.assert(fc.property(lives, invariant), runs(300));

describe("in every life of a dossier", () => {
  it("supplements and new dates are not more than its regime allows", () => {
    holds(({ events, policy }) => {
      expect(howMany(events, "SupplementRequested")).toBeLessThanOrEqual(policy.supplement.max);
      expect(howMany(events, "DueDateRescheduled")).toBeLessThanOrEqual(policy.reschedule.max);
      expect(howMany(events, "ApologyIssued")).toBe(howMany(events, "DueDateRescheduled"));
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

  it("the promise never moves", () => {
    holds(({ events, state }) => {
      for (const event of events) {
        if (event.type === "DossierReceived") expect(state.promisedDue).toEqual(event.data.promisedDue);
      }
    });
  });

  it("nothing but a rating, and money that comes in or goes back, follows its end", () => {
    holds(({ events }) => {
      const ends = new Set<DossierEvent["type"]>(["IntakeRefused", "DossierWithdrawn", "ResultReturned"]);
      const end = events.findIndex(({ type }) => ends.has(type));
      fc.pre(end >= 0);
      for (const { type } of events.slice(end + 1)) expect(afterwards).toContain(type);
    });
  });

  it("withdrawn or not taken in, it accepts nothing more than that money goes back", () => {
    for (const [command, from] of Object.entries(possibleFrom)) {
      if (command === "refundPayment" || command === "voidReceipt") continue;
      expect(from).not.toContain("withdrawn");
      expect(from).not.toContain("intakeRefused");
    }
  });

  it("the drawn lives are worth it: many are long, and every event occurs in some", () => {
    const seen = new Set<string>();
    let long = 0;
    for (const { events } of fc.sample(lives, { numRuns: 400, seed: 7 })) {
      for (const { type } of events) seen.add(type);
      if (events.length >= 8) long++;
    }
    expect(long).toBeGreaterThan(100);
    expect(seen.size).toBe(25);
  });
});
