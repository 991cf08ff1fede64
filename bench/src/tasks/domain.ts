import {
  addWorkingDays,
  type DossierCommand,
  type DossierEvent,
  type DossierState,
  dossierDecider,
  type LocalDate,
  toEpochDay,
  VIETNAM,
  VIETNAM_POLICIES,
} from "@motcua/core";
import { isLeft } from "fp-ts/lib/Either.js";

/** Microseconds for one call, from many: the best of seven rounds, since others on the machine only make it slower. */
const microseconds = (calls: number, call: (n: number) => unknown): number => {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 7; round++) {
    const began = performance.now();
    for (let n = 0; n < calls; n++) call(n);
    best = Math.min(best, ((performance.now() - began) * 1_000) / calls);
  }
  return best;
};

const first = toEpochDay("2018-01-02" as LocalDate);
const add = addWorkingDays(VIETNAM);
/** What comes out is used: a call whose answer nobody wants would be left out by the compiler. */
let sum = 0;
const addDays = microseconds(1_000_000, (n) => {
  const day = add(first + (n % 2_000), 15);
  if (!isLeft(day)) sum += day.right;
});
if (sum === 0) throw new Error("no days were added");

const { initial, decide, evolve } = dossierDecider({ calendar: VIETNAM, policies: VIETNAM_POLICIES });
const at = Date.parse("2018-07-02T09:00:00+07:00");
const minute = 60_000;

/** A dossier of fifty events: received, then handed on from one to another. */
const commands: ReadonlyArray<DossierCommand> = [
  {
    type: "receive",
    at,
    code: "000.00.22.H05-180702-0001",
    subjectRef: "subject-1",
    centre: "H05.22",
    unit: "000.00.22.H05",
    agency: "land office",
    procedure: { code: "1.001776", version: 1, field: "land" },
    channel: "inPerson",
    legalTerm: { unit: "workingDay", amount: 15 },
  },
  ...Array.from(
    { length: 49 },
    (_, n): DossierCommand =>
      n % 2 === 0
        ? { type: "transfer", at: at + n * minute, to: n % 4 === 0 ? "tax office" : "land office" }
        : { type: "assignHandler", at: at + n * minute, handler: `handler-${n}` },
  ),
];
const events: DossierEvent[] = [];
let state: DossierState = initial;
for (const command of commands) {
  const decided = decide(command, state);
  if (isLeft(decided)) throw new Error(decided.left.code);
  events.push(...decided.right);
  state = decided.right.reduce(evolve, state);
}
const asked: DossierCommand = { type: "requestSupplement", at: at + 60 * minute, items: ["map"], through: "oneStop" };
const decideOnly = microseconds(100_000, () => decide(asked, state));
const foldAndDecide = microseconds(20_000, () => decide(asked, events.reduce(evolve, initial)));

process.stdout.write(JSON.stringify({ addDays, decideOnly, foldAndDecide, events: events.length }));
