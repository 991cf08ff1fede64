import { type DossierEvent, dossierDecider, dossierDuties } from "@motcua/core";
import { anyHistory } from "@motcua/testkit";
import fc from "fast-check";
import { expect, it } from "vitest";
import { dossierDesk } from "../src/index.js";
import { rules } from "./support/centre.js";
import { runs } from "./support/tier.js";

const desk = dossierDesk(rules);
const decider = dossierDecider(rules);
const dutiesOf = dossierDuties(rules);

it("the events that the desk passes over bear neither on what is due nor on what is decided about it", () => {
  let decided = 0;
  fc.assert(
    fc.property(anyHistory(decider, { maxLength: 40 }), (history) => {
      const fold = (events: ReadonlyArray<DossierEvent>) => events.reduce(decider.evolve, decider.initial);
      const whole = fold(history);
      const seen = fold(history.filter(({ type }) => desk.handles.includes(type)));
      expect(dutiesOf(seen)).toEqual(dutiesOf(whole));
      for (const { from, command } of dutiesOf(whole)) {
        const asked = { ...command, at: from } as Parameters<typeof decider.decide>[0];
        expect(decider.decide(asked, seen)).toEqual(decider.decide(asked, whole));
        decided++;
      }
    }),
    runs(300),
  );
  expect(decided).toBeGreaterThan(300);
});
