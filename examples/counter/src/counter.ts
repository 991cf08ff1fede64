import * as motcua from "@motcua/core";
import { type EventStore, handle } from "@motcua/event-store";
import { pipe } from "fp-ts/lib/function.js";
import * as TE from "fp-ts/lib/TaskEither.js";
import { fromEither } from "fp-ts/lib/TaskEither.js";

const at = (localTime: string): number => Date.parse(`${localTime}+07:00`);
const rules = { calendar: motcua.VIETNAM, policies: motcua.VIETNAM_POLICIES };
const [unit, centre] = ["000.00.22.H05", "H05.22"];
const [code, dossier] = ["1.001776", "0b9c54e3-2d7e-4c55-9a3c-6f1f2d0f7a11"];
const receivedAt = at("2018-08-30T09:00");

/** Under a name of its own a command may be repeated, after a broken line: it answers as the first time. */
const once = (step: string) => ({ commandId: `${dossier}/${step}` });

/** What the catalogue says of the procedure: published, and its term shortened some months later. */
const published: ReadonlyArray<motcua.ProcedureCommand> = [
  {
    type: "publishVersion",
    at: at("2017-12-01T08:00"),
    effectiveFrom: "2018-01-01",
    basis: "QĐ 1234/QĐ-UBND",
    code,
    name: "Đăng ký khai sinh",
    field: "Hộ tịch",
    agency: "Phòng Tư pháp",
    competence: "district",
    legalTerm: { unit: "workingDay", amount: 5 },
    steps: [],
    components: [{ name: "Giấy chứng sinh", originals: 1, certifiedCopies: 0, photocopies: 0 }],
    applicantKinds: ["citizen"],
    fees: [{ name: "Lệ phí hộ tịch", amount: { kind: "charge", minor: 8_000, currency: "VND" } }],
    results: ["Giấy khai sinh"],
    requirements: [],
  },
  {
    type: "shortenTerm",
    at: at("2018-06-01T08:00"),
    effectiveFrom: "2018-07-01",
    basis: "QĐ 567/QĐ-UBND",
    committedTerm: { unit: "workingDay", amount: 3 },
  },
];

/** At the counter: a dossier is taken in by what the catalogue says on that day, numbered, and its fee collected. */
export const atTheCounter = (store: EventStore) => {
  const procedures = handle(store, motcua.procedureDecider(rules), {
    streamOf: motcua.procedureStream,
    catalog: motcua.procedureEvents,
  });
  const numbers = handle(store, motcua.numberDecider, {
    streamOf: (day) => motcua.numberStream(unit, day as motcua.LocalDate),
    catalog: motcua.numberEvents,
  });
  const dossiers = handle(store, motcua.dossierDecider(rules), {
    streamOf: motcua.dossierStream,
    catalog: motcua.dossierEvents,
  });
  const today = motcua.localDateOf(motcua.HO_CHI_MINH, receivedAt);
  const amount = { minor: 8_000, currency: "VND" };
  const receipt = { form: "02BLL", symbol: "BN-18P", serial: "0000001" };

  return pipe(
    TE.sequenceSeqArray(published.map((command) => procedures(code, command, once(command.type)))),
    TE.chainW((all) => fromEither(motcua.receptionUnder(all.at(-1)?.state ?? motcua.noProcedure, today))),
    TE.bindTo("terms"),
    TE.bindW("number", () => numbers(today, { type: "claimNumber", at: receivedAt, dossier }, once("number"))),
    TE.bindW("received", ({ terms, number }) =>
      dossiers(
        dossier,
        {
          type: "receive",
          at: receivedAt,
          code: motcua.dossierCode(unit, today, number.events[0]?.data.number ?? 0),
          subjectRef: "7f0c1a3e-55aa-4f5e-8f5d-1c2b3a4d5e6f",
          ...{ centre, unit, channel: "inPerson", ...terms },
        },
        once("receive"),
      ),
    ),
    TE.bindW("assessed", () =>
      dossiers(
        dossier,
        {
          ...{ type: "assessCharge", at: receivedAt, name: "Lệ phí hộ tịch", unit, basis: "NQ 12/HĐND" },
          amount: { kind: "charge", ...amount },
        },
        once("assess"),
      ),
    ),
    TE.bindW("paid", () =>
      dossiers(
        dossier,
        { type: "collectPayment", at: receivedAt, charge: "charge-1", amount, method: "cash", unit, receipt },
        once("collect"),
      ),
    ),
    TE.map(({ received, assessed, paid }) => ({
      state: paid.state,
      history: [...received.events, ...assessed.events, ...paid.events],
    })),
  );
};

/** The appointment receipt of that dossier; the name comes from the citizen who stands there, not from the ledger. */
export const appointmentReceipt = (history: ReadonlyArray<motcua.DossierEvent>) =>
  motcua.formOf(
    history,
    { regulation: "TT-01-2018", number: "01" },
    {
      zone: motcua.HO_CHI_MINH,
      procedureName: "Đăng ký khai sinh",
      people: { applicant: { name: "Nguyễn Thị An" } },
    },
  );
