import { writeFileSync } from "node:fs";
import { financeOf, publicLookup } from "@motcua/core";
import { inMemoryEventStore } from "@motcua/event-store";
import { isLeft } from "fp-ts/lib/Either.js";
import { formHtml } from "motcua";
import { appointmentReceipt, atTheCounter } from "./counter.ts";

const taken = await atTheCounter(inMemoryEventStore())();
if (isLeft(taken)) throw new Error(taken.left.code);
const { state, history } = taken.right;
process.stdout.write(`${state.code}: promised for ${JSON.stringify(state.promisedDue)}, ${financeOf(state).status}\n`);
process.stdout.write(`what anyone may see: ${JSON.stringify(publicLookup(state))}\n`);

const receipt = appointmentReceipt(history);
if (isLeft(receipt)) throw new Error(receipt.left.code);
writeFileSync("appointment-receipt.html", formHtml(receipt.right, "vi"));
process.stdout.write("the appointment receipt: appointment-receipt.html\n");
