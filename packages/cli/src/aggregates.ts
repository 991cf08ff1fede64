import {
  type CommandRefused,
  decodeDossierCommand,
  decodePetitionCommand,
  decodeProcedureCommand,
  decodeTreasuryCommand,
  decodeUnitCommand,
  dossierDecider,
  dossierEvents,
  dossierStream,
  petitionDecider,
  petitionEvents,
  petitionStream,
  procedureDecider,
  procedureEvents,
  procedureStream,
  treasuryDecider,
  treasuryEvents,
  treasuryStream,
  unitDecider,
  unitEvents,
  unitStream,
  VIETNAM,
  VIETNAM_PETITION_TERMS,
  VIETNAM_POLICIES,
} from "@motcua/core";
import {
  type Decider,
  type DomainEvent,
  type EventCatalog,
  type EventStore,
  type Handled,
  type HandlingError,
  handle,
  type Request,
} from "@motcua/event-store";
import { type Either, isLeft, left, right } from "fp-ts/lib/Either.js";
import type { DomainError } from "./text/errors/messages.js";

/** A command that was understood, on its way to a store. */
type Ask = (
  store: EventStore,
  request: Request,
) => Promise<Either<DomainError | HandlingError, Handled<object, DomainEvent>>>;

/** One kind of thing that commands are given to. */
export interface Aggregate {
  /** How one of them is named in the words of the command. */
  readonly named: string;
  /** Understands a command to the one of this id. */
  readonly read: (id: string, value: unknown) => Either<DomainError, Ask>;
}

interface Parts<Command, State extends object, Event extends DomainEvent, Refusal extends DomainError> {
  readonly named: string;
  readonly decider: Decider<Command, State, Event, Refusal>;
  readonly streamOf: (id: string) => string;
  readonly catalog: EventCatalog<Event>;
  readonly decode: (value: unknown) => Either<CommandRefused, Command>;
  /** A stream that is empty knows no name of its own yet: what names another does not begin it. */
  readonly misplaced?: (id: string, command: Command) => DomainError | undefined;
}

const aggregate = <Command, State extends object, Event extends DomainEvent, Refusal extends DomainError>({
  named,
  decider,
  streamOf,
  catalog,
  decode,
  misplaced = () => undefined,
}: Parts<Command, State, Event, Refusal>): Aggregate => ({
  named,
  read: (id, value) => {
    const command = decode(value);
    if (isLeft(command)) return command;
    const elsewhere = misplaced(id, command.right);
    if (elsewhere !== undefined) return left(elsewhere);
    return right((store, request) => handle(store, decider, { streamOf, catalog })(id, command.right, request)());
  },
});

/** Everything that `motcua … do` can be asked of, by the laws and the calendar of Vietnam. */
export const AGGREGATES = {
  dossier: aggregate({
    named: "the dossier's id, not its code",
    decider: dossierDecider({ calendar: VIETNAM, policies: VIETNAM_POLICIES }),
    streamOf: dossierStream,
    catalog: dossierEvents,
    decode: decodeDossierCommand,
  }),
  procedure: aggregate({
    named: "the procedure's code",
    decider: procedureDecider({ calendar: VIETNAM }),
    streamOf: procedureStream,
    catalog: procedureEvents,
    decode: decodeProcedureCommand,
    misplaced: (id, command) =>
      command.type === "publishVersion" && command.code !== id
        ? { code: "OtherProcedure", procedure: id, given: command.code }
        : undefined,
  }),
  unit: aggregate({
    named: "the unit's code",
    decider: unitDecider,
    streamOf: unitStream,
    catalog: unitEvents,
    decode: decodeUnitCommand,
    misplaced: (id, command) =>
      command.type === "establish" && command.code !== id
        ? { code: "OtherUnit", unit: id, given: command.code }
        : undefined,
  }),
  petition: aggregate({
    named: "the petition's id",
    decider: petitionDecider({ calendar: VIETNAM, terms: VIETNAM_PETITION_TERMS }),
    streamOf: petitionStream,
    catalog: petitionEvents,
    decode: decodePetitionCommand,
  }),
  treasury: aggregate({
    named: "the code of the unit that holds the money",
    decider: treasuryDecider(VIETNAM.zone),
    streamOf: treasuryStream,
    catalog: treasuryEvents,
    decode: decodeTreasuryCommand,
    misplaced: (id, { unit }) => (unit === id ? undefined : { code: "TreasuryOfOtherUnit", unit: id, given: unit }),
  }),
} as const satisfies Readonly<Record<string, Aggregate>>;
