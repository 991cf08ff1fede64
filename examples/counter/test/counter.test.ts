import { financeOf, publicLookup } from "@motcua/core";
import { inMemoryEventStore } from "@motcua/event-store";
import { isLeft, right } from "fp-ts/lib/Either.js";
import { formHtml } from "motcua";
import { expect, it } from "vitest";
import { appointmentReceipt, atTheCounter } from "../src/counter.js";

it("takes in a dossier by the catalogue of its day, with its number, its fee and its appointment receipt", async () => {
  const taken = await atTheCounter(inMemoryEventStore())();
  if (isLeft(taken)) throw new Error(taken.left.code);
  const { state, history } = taken.right;
  // Three working days, shortened from five, over Independence Day (Monday 3 September 2018 is off for it).
  expect(state).toMatchObject({
    code: "000.00.22.H05-180830-0001",
    promisedDue: { kind: "date", date: "2018-09-05" },
    legalTerm: { unit: "workingDay", amount: 5 },
  });
  expect(financeOf(state).status).toBe("paid");
  expect(publicLookup(state)).toEqual(
    right({ code: "000.00.22.H05-180830-0001", completion: { level: "inProgress", percent: expect.any(Number) } }),
  );

  const receipt = appointmentReceipt(history);
  if (isLeft(receipt)) throw new Error(receipt.left.code);
  const page = formHtml(receipt.right, "vi");
  expect(page).toContain("Nguyễn Thị An");
  expect(page).toContain("000.00.22.H05-180830-0001");
  expect(JSON.stringify(history)).not.toContain("Nguyễn");
});

it("asked again, it answers as before and takes in nothing twice", async () => {
  const store = inMemoryEventStore();
  const first = await atTheCounter(store)();
  expect(await atTheCounter(store)()).toEqual(first);
  expect(await store.head()).toMatchObject({ right: { events: 6 } });
});
