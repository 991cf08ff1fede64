import type { Capabilities } from "@motcua/event-store";
import { atomicity } from "./atomicity.js";
import type { ContractCheck, Subject } from "./check.js";
import { closing } from "./closing.js";
import { fidelity } from "./fidelity.js";
import { largeAppends } from "./large-appends.js";
import { limits } from "./limits.js";
import { modelCheck } from "./model.js";
import { names } from "./names.js";
import { paging } from "./paging.js";
import { races } from "./races.js";
import { readAll } from "./read-all.js";
import { readStream } from "./read-stream.js";
import { repetition } from "./repetition.js";
import { restoring } from "./restore.js";
import type { TestRunner } from "./runner.js";
import { subscribe } from "./subscribe.js";
import { subscriptionEnd } from "./subscription-end.js";
import { twoHandles } from "./two-handles.js";
import { versions } from "./versions.js";

export type { ContractCheck, Subject } from "./check.js";
export type { TestRunner } from "./runner.js";

/** Every rule of the port, as values. */
export const contractChecks: ReadonlyArray<ContractCheck> = [
  ...versions,
  ...repetition,
  ...races,
  ...atomicity,
  ...largeAppends,
  ...readStream,
  ...readAll,
  ...paging,
  ...subscribe,
  ...subscriptionEnd,
  ...limits,
  ...names,
  ...fidelity,
  ...restoring,
  ...closing,
  ...twoHandles,
  modelCheck(),
];

export interface EventStoreContract extends Subject, TestRunner {
  /** The name of the adapter in the report. */
  readonly name: string;
  /** Where the store differs, if it does: it leaves out what then does not apply. Default: ids unique in the log. */
  readonly uniqueIds?: Capabilities["uniqueIds"];
}

/**
 * The contract suite of the event store port: registers a test for every rule.
 *
 * @example
 * import { describe, it } from "vitest";
 * import { eventStoreContract } from "@motcua/testkit";
 * eventStoreContract({ name: "in memory", open: async () => inMemoryEventStore(), describe, it });
 */
export const eventStoreContract = ({ name, describe, it, uniqueIds = "log", ...subject }: EventStoreContract): void => {
  const checks = contractChecks.filter(
    (check) => check.appliesTo({ uniqueIds }) && (!check.needsSecond || subject.openAgain !== undefined),
  );
  describe(`${name} keeps the contract of the event store`, () => {
    for (const group of new Set(checks.map((check) => check.group)))
      describe(group, () => {
        for (const check of checks) if (check.group === group) it(check.name, () => check.run(subject));
      });
    it("declares its capabilities", async () => {
      const store = await subject.open();
      await store.close();
      if (store.capabilities.uniqueIds !== uniqueIds)
        throw new Error(`the store says that ids are unique in the ${store.capabilities.uniqueIds}`);
    });
  });
};
