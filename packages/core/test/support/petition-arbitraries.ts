import { anyDue, anyInstant, anyPersonal } from "@motcua/testkit";
import fc from "fast-check";
import type { PetitionCommand, PetitionEvent, PetitionEventType } from "../../src/index.js";

type Members = Readonly<Record<string, fc.Arbitrary<unknown>>>;

const plain = (required: Members, optional: Members = {}): fc.Arbitrary<object> =>
  fc.record({ ...required, ...optional }, { requiredKeys: Object.keys(required), noNullPrototype: true });

const text = () => fc.string({ unit: "grapheme", maxLength: 6 });
const words = () => fc.array(text(), { maxLength: 2 });
const unit = () => fc.constantFrom("one-stop", "ward 1");
const about = () => fc.constantFrom("behaviour", "regulation", "dossier", "other");
const kind = {
  competence: fc.constantFrom("within", "outside"),
  class: fc.constantFrom("notAccepted", "behaviour", "regulation"),
};
const verdict = { verdict: fc.constantFrom("founded", "unfounded") };
const note = { note: anyPersonal() };
const answer = () => fc.constantFrom("here", "there");
const lodged = {
  subjectRef: fc.uuid(),
  channel: fc.constantFrom("online", "inPerson"),
  centre: fc.constantFrom("bac-ninh", "tu-son"),
  unit: unit(),
  about: about(),
};
const aside = { dossier: fc.constantFrom("1", "2"), category: fc.constant("harassment"), content: anyPersonal() };

const noticed = {
  deadline: fc.constantFrom("forward", "answer", "publish"),
  stage: fc.constantFrom("dueSoon", "overdue"),
  to: fc.constantFrom("receptionOfficer", "headOfCentre"),
};
const by = { by: plain({ role: fc.constant("systemTimer"), id: text() }) };

const commands: { readonly [Type in PetitionCommand["type"]]: fc.Arbitrary<object> } = {
  lodge: plain(lodged, aside),
  classify: plain(kind),
  refuse: plain({ reasons: words() }, note),
  askSupplement: plain({ items: words() }, note),
  receiveSupplement: plain({}),
  forward: plain({ to: unit() }, { answer: answer() }),
  answer: plain({}, { by: text(), content: anyPersonal() }),
  publishAnswer: plain({}, { where: text() }),
  prolong: plain({ reason: text(), to: anyDue() }),
  reopen: plain({ reason: text() }, note),
  judge: plain(verdict, { by: text(), basis: text(), ...note }),
  noteDeadline: plain(noticed, by),
  withdraw: plain({}, { reason: text(), ...note }),
};

const gap = fc.oneof(
  fc.constant(0),
  fc.integer({ min: 1, max: 86_400_000 }),
  fc.integer({ min: 1, max: 21 * 86_400_000 }),
);

/** Commands to one petition in the order of time, the first its lodging; many have to be refused. */
export const anyPetitionCommands = (maxLength = 15): fc.Arbitrary<ReadonlyArray<PetitionCommand>> => {
  const any = fc.oneof(
    ...Object.entries(commands).map(([type, arbitrary]) => arbitrary.map((fields) => ({ type, ...fields }))),
  );
  return fc
    .tuple(anyInstant(), commands.lodge, fc.array(fc.tuple(gap, any), { maxLength, size: "max" }))
    .map(([begin, first, others]) => {
      let at = begin;
      return [
        { type: "lodge", at, ...first },
        ...others.map(([wait, command]) => {
          at += wait;
          return { ...command, at };
        }),
      ] as ReadonlyArray<PetitionCommand>;
    });
};

const deadline = () => plain({ term: fc.constant({ unit: "workingDay", amount: 5 }), due: anyDue(), rule: text() });
const deadlines = () =>
  plain({}, { refuse: deadline(), askSupplement: deadline(), forward: deadline(), answer: deadline() });
const reckoned = { calendar: plain({ id: text(), version: text() }), deadlines: deadlines() };
const violations = { violations: fc.array(plain({ rule: text(), detail: text() }), { minLength: 1, maxLength: 2 }) };

const data: { readonly [Type in PetitionEventType]: fc.Arbitrary<object> } = {
  PetitionLodged: plain(lodged, { ...aside, terms: fc.constantFrom("QD-766-2022", "unknown"), ...reckoned }),
  PetitionClassified: plain(kind),
  PetitionRefused: plain({ reasons: words() }, { ...note, ...violations }),
  PetitionSupplementRequested: plain({ items: words() }, { ...note, ...violations }),
  PetitionSupplementReceived: plain({ clock: fc.constantFrom("restart", "extend") }, { deadline: deadline() }),
  PetitionForwarded: plain({ to: unit(), answer: answer() }, violations),
  PetitionAnswered: plain({}, { by: text(), content: anyPersonal(), publish: deadline(), ...violations }),
  AnswerPublished: plain({}, { where: text(), ...violations }),
  PetitionProlonged: plain({ reason: text(), to: anyDue() }, { from: anyDue(), ...violations }),
  PetitionReopened: plain({ reason: text() }, { ...note, ...reckoned }),
  PetitionJudged: plain(verdict, { by: text(), basis: text(), ...note }),
  PetitionDeadlineNoticed: plain({ ...noticed, due: anyDue(), noticedAt: anyInstant() }, by),
  PetitionWithdrawn: plain({}, { reason: text(), ...note }),
};

export const anyPetitionEventOf = (type: PetitionEventType): fc.Arbitrary<PetitionEvent> =>
  plain({ type: fc.constant(type), occurredAt: anyInstant(), data: data[type] }) as fc.Arbitrary<PetitionEvent>;

/** Events in an order that no decider would make. */
export const anyPetitionEvents = (maxLength = 15): fc.Arbitrary<ReadonlyArray<PetitionEvent>> =>
  fc.array(fc.oneof(...(Object.keys(data) as ReadonlyArray<PetitionEventType>).map(anyPetitionEventOf)), {
    maxLength,
    size: "max",
  });
