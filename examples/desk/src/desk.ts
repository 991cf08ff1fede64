import * as motcua from "@motcua/core";
import { type EventStore, handle, inMemoryProcessStore } from "@motcua/event-store";
import { type Channel, type DeskRules, openDesk, type Posts, wordingOf } from "@motcua/notices";
import { isLeft, right } from "fp-ts/lib/Either.js";

const at = (localTime: string): number => Date.parse(`${localTime}+07:00`);

const rules: DeskRules = {
  calendar: motcua.VIETNAM,
  policies: motcua.VIETNAM_POLICIES,
  terms: motcua.VIETNAM_PETITION_TERMS,
  deadlines: motcua.ND_61_DEADLINES,
  messages: motcua.ND_61_MESSAGES,
};

const receive: motcua.Receive = {
  type: "receive",
  at: at("2018-07-02T09:00"),
  code: "000.00.22.H05-180702-0001",
  subjectRef: "0b9c54e3-2d7e-4c55-9a3c-6f1f2d0f7a11",
  centre: "H05.22",
  unit: "000.00.22.H05",
  agency: "Phòng Tư pháp",
  procedure: { code: "1.001776", version: 1, field: "Hộ tịch" },
  channel: "inPerson",
  legalTerm: { unit: "workingDay", amount: 5 },
};

/** A dossier that nobody works on, and a desk that looks at it each morning and evening: who is told what, and when. */
export const twoWeeks = async (store: EventStore): Promise<ReadonlyArray<string>> => {
  const decider = motcua.dossierDecider(rules);
  const dossiers = handle(store, decider, { streamOf: motcua.dossierStream, catalog: motcua.dossierEvents });
  await dossiers("dossier-1", receive)();
  await dossiers("dossier-1", { type: "forward", at: at("2018-07-02T10:00"), to: "Phòng Tư pháp" })();

  let now = receive.at;
  const told: string[] = [];
  const channel = (kind: Channel["kind"]): Channel => ({
    kind,
    send:
      ({ to, text }) =>
      async () => {
        told.push(`${motcua.formatInstant(motcua.HO_CHI_MINH, now).slice(0, 16)} ${to}: ${text}`);
        return right({ reference: null });
      },
  });
  const word = wordingOf({ language: "vi" });
  if (isLeft(word)) throw new Error(word.left.code);
  const posts: Posts = {
    channels: [channel("sms"), channel("email")],
    contacts: {
      persons: { contactOf: () => async () => right("the applicant") },
      officeOf: (role, place) => `${role} of ${place}`,
    },
    word: word.right,
    language: "vi",
    retryAfterMs: () => 60_000,
  };
  const tick = openDesk({ store, states: inMemoryProcessStore(), rules, posts });
  for (let hours = 0; hours < 14 * 24; hours += 12) {
    now = receive.at + hours * 3_600_000;
    await tick(now)();
  }
  return told.toSorted();
};
