import {
  type Instant,
  type PetitionAbout,
  petitionDecider,
  petitionEvents,
  petitionStream,
  VIETNAM,
  VIETNAM_PETITION_TERMS,
} from "@motcua/core";
import { CENTRE, type SimulatedCentre } from "./centre.js";
import type { Office } from "./office.js";
import { dayOf, daysAfter, hoursAfter, withinHours } from "./office-hours.js";

/** Petitions about regulations, about how dossiers were handled, about how people were treated. */
const ABOUT: ReadonlyArray<PetitionAbout> = ["dossier", "dossier", "regulation", "behaviour", "other"];

/** Lets somebody lodge a petition at an instant; what becomes of it is planned from there. */
export const openPetitions = (office: Office, centre: SimulatedCentre): ((at: Instant) => void) => {
  const { random } = office;
  const petitions = office.book({
    decider: petitionDecider({ calendar: VIETNAM, terms: VIETNAM_PETITION_TERMS }),
    streamOf: petitionStream,
    events: petitionEvents,
  });
  const later = (at: Instant, days: number) => withinHours(daysAfter(dayOf(at), days), random);

  return (at) => {
    const id = random.uuid(at);
    const about = random.pick(ABOUT);
    petitions.ask(id, {
      type: "lodge",
      at,
      subjectRef: random.uuid(0),
      channel: random.chance(0.4) ? "online" : "inPerson",
      centre: CENTRE,
      unit: centre.counter.code,
      about,
      ...(about === "behaviour" && { category: "harassment" }),
    });
    office.plan(hoursAfter(at, 2 + 6 * random.fraction()), (when) => {
      const elsewhere = random.chance(0.15);
      const kind = about === "behaviour" ? "behaviour" : "regulation";
      petitions.ask(id, { type: "classify", at: when, competence: elsewhere ? "outside" : "within", class: kind });
      if (elsewhere) office.plan(later(when, random.between(1, 4)), (then) => passOn(id, then));
      else if (random.chance(0.04)) office.plan(later(when, 1), (then) => refuse(id, then));
      else office.plan(later(when, random.between(3, 14)), (then) => answer(id, about, then));
    });
  };

  function passOn(id: string, at: Instant): void {
    petitions.ask(id, { type: "forward", at, to: "Văn phòng UBND tỉnh" });
  }
  function refuse(id: string, at: Instant): void {
    petitions.ask(id, { type: "refuse", at, reasons: ["notAboutAdministration"] });
  }
  function answer(id: string, about: PetitionAbout, at: Instant): void {
    petitions.ask(id, { type: "answer", at, by: centre.counter.name });
    office.plan(later(at, random.between(0, 3)), (when) => petitions.ask(id, { type: "publishAnswer", at: when }));
    if (about === "behaviour")
      office.plan(later(at, random.between(5, 40)), (when) =>
        petitions.ask(id, { type: "judge", at: when, verdict: random.chance(0.7) ? "unfounded" : "founded" }),
      );
  }
};
