import type { DossierCommand } from "../../src/index.js";
import { vn } from "./vietnam.js";

type CommandOf<Type extends DossierCommand["type"]> = Extract<DossierCommand, { readonly type: Type }>;
type FieldsOf<Type extends DossierCommand["type"]> = Omit<CommandOf<Type>, "type" | "at">;

/** What every command says where a test does not care. */
const usual: { readonly [Type in DossierCommand["type"]]: FieldsOf<Type> } = {
  submit: { subjectRef: "subject-1", procedure: "1.001776", centre: "bac-ninh", channel: "online" },
  requestIntakeSupplement: { items: ["map"] },
  refuseIntake: { reasons: ["not our competence"] },
  receive: {
    code: "000.00.01.H05-180702-0001",
    subjectRef: "subject-1",
    centre: "bac-ninh",
    unit: "one-stop",
    agency: "land office",
    procedure: { code: "1.001776", version: 1, field: "land" },
    channel: "inPerson",
    legalTerm: { unit: "workingDay", amount: 5 },
  },
  forward: { to: "land office" },
  transfer: { to: "tax office" },
  assignHandler: { handler: "handler-1" },
  requestSupplement: { items: ["map"], through: "oneStop" },
  receiveSupplement: {},
  expireSupplement: {},
  notifyObligation: { amounts: [{ kind: "tax", minor: 1_500_000, currency: "VND" }] },
  settleObligation: {},
  withdraw: {},
  stop: { reason: "dispute in court" },
  resume: {},
  resolve: { outcome: "granted" },
  noteOverdue: {},
  apologiseAndReschedule: { reason: "site visit delayed by a storm", to: { kind: "date", date: "2018-07-31" } },
  returnResult: { method: "counter" },
  rateSatisfaction: { score: 5, scale: 5, aspect: "attitude" },
  assessCharge: {
    name: "survey fee",
    amount: { kind: "fee", minor: 300_000, currency: "VND" },
    unit: "land office",
    basis: "Thông tư 02/2014/TT-BTC",
  },
  collectPayment: {
    charge: "charge-1",
    amount: { minor: 300_000, currency: "VND" },
    method: "cash",
    unit: "one-stop",
    receipt: { form: "01BLP", symbol: "AA-18P", serial: "0000001" },
  },
  refundPayment: {
    charge: "charge-1",
    amount: { minor: 300_000, currency: "VND" },
    unit: "one-stop",
    reason: "withdrawn before the survey",
  },
  voidReceipt: { receipt: { form: "01BLP", symbol: "AA-18P", serial: "0000001" }, reason: "misprinted" },
};

/** A command at a time of the wall clock in Vietnam. */
export const asked = <Type extends DossierCommand["type"]>(
  type: Type,
  time: string,
  fields: Partial<FieldsOf<Type>> = {},
): DossierCommand => ({ type, at: vn(time), ...usual[type], ...fields }) as unknown as DossierCommand;
