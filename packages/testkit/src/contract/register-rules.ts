import type { TestRunner } from "./runner.js";

/** A store that is to prove itself, and by which test runner. */
export interface Proving<Store> extends TestRunner {
  /** The name of the adapter in the report. */
  readonly name: string;
  /** Opens a fresh, empty store. The suite closes it. */
  readonly open: () => Promise<Store>;
  /** Opens the same one once more, as another process would. Leave it out where that is impossible. */
  readonly openAgain?: (first: Store) => Promise<Store>;
}

/** Rules by what they say: of one store, and of two that are open at once. */
export interface Rules<Store> {
  readonly ofOne: Readonly<Record<string, (store: Store) => Promise<void>>>;
  readonly ofTwo: Readonly<Record<string, (first: Store, second: Store) => Promise<void>>>;
}

/** Registers a test for every rule, each over a store of its own, which is closed whatever comes. */
export const registerRules = <Store extends { readonly close: () => Promise<void> }>(
  kept: string,
  { name, open, openAgain, describe, it }: Proving<Store>,
  { ofOne, ofTwo }: Rules<Store>,
): void => {
  describe(`${name} keeps the contract of the ${kept}`, () => {
    for (const [rule, body] of Object.entries(ofOne))
      it(rule, async () => {
        const store = await open();
        try {
          await body(store);
        } finally {
          await store.close();
        }
      });
    if (openAgain === undefined) return;
    for (const [rule, body] of Object.entries(ofTwo))
      it(rule, async () => {
        const first = await open();
        const second = await openAgain(first);
        try {
          await body(first, second);
        } finally {
          await second.close();
          await first.close();
        }
      });
  });
};
