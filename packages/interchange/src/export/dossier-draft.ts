import {
  DOSSIER_EVENT_TYPES,
  type DossierEvent,
  type DossierState,
  dossierDecider,
  VIETNAM,
  VIETNAM_POLICIES,
} from "@motcua/core";
import type { RecordedEvent } from "@motcua/event-store";
import { objectAt, textAt } from "./activity.js";

/** What the events of a dossier say of it so far. */
export interface DossierDraft {
  state: DossierState;
  /** As it came in. */
  reception: Reception;
}

/** What its reception, or else its submission, says that its state does not keep. */
interface Reception {
  readonly field: string | null;
  /** By the source's own word where there is one. */
  readonly channel: string | null;
  /** The log that it came from, and what that had said of it beside. */
  readonly log: string | null;
  readonly attributes: object;
}

const { initial, evolve } = dossierDecider({ calendar: VIETNAM, policies: VIETNAM_POLICIES });

export const dossierDraft = (): DossierDraft => ({ state: initial, reception: NONE });

const NONE: Reception = { field: null, channel: null, log: null, attributes: {} };

/** Adds an event by the rules by which motcua itself reports. Events of a later release add nothing. */
export const addToDraft = (draft: DossierDraft, event: RecordedEvent): void => {
  if (!KNOWN.has(event.type)) return;
  draft.state = evolve(draft.state, event as unknown as DossierEvent);
  if (event.type === "DossierReceived" || event.type === "DossierSubmitted") draft.reception = receptionIn(event.data);
};

const KNOWN: ReadonlySet<string> = new Set(DOSSIER_EVENT_TYPES);

const receptionIn = (data: object): Reception => {
  const [procedure, source] = [objectAt(data, "procedure"), objectAt(data, "source")];
  return {
    field: procedure === null ? null : textAt(procedure, "field"),
    channel: textAt(data, "sourceChannel") ?? textAt(data, "channel"),
    log: source === null ? null : textAt(source, "log"),
    attributes: (source === null ? null : objectAt(source, "attributes")) ?? NONE.attributes,
  };
};
