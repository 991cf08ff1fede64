import type { Either } from "fp-ts/lib/Either.js";
import type * as t from "io-ts/lib/index.js";
import { dossierCommands } from "../../src/dossier/command-codec.js";
import {
  type CommandRefused,
  type DossierCommand,
  decodeDossierCommand,
  decodeNumberCommand,
  decodePetitionCommand,
  decodeProcedureCommand,
  decodeTreasuryCommand,
  decodeUnitCommand,
  type PetitionCommand,
} from "../../src/index.js";
import { treasuryCommands } from "../../src/money/treasury-command-codec.js";
import { numberCommands } from "../../src/number/number-command-codec.js";
import { petitionCommands } from "../../src/petition/command-codec.js";
import { procedureCommands } from "../../src/procedure/command-codec.js";
import { unitCommands } from "../../src/unit/command-codec.js";
import { asked } from "./commands.js";
import { petitioned } from "./petition.js";
import { days, decided, publish } from "./procedures.js";
import { fees, remit, settle } from "./treasury.js";
import { ruled } from "./units.js";
import { vn } from "./vietnam.js";

const DATE = "2018-07-02";
const TIME = "2018-07-02T09:00";

/** How commands to one kind of aggregate are read, and one of every type with the members that it must have, no others. */
interface Outside {
  readonly decode: (value: unknown) => Either<CommandRefused, { readonly type: string }>;
  readonly codecs: Readonly<Record<string, t.Mixed>>;
  readonly samples: ReadonlyArray<{ readonly type: string }>;
}

export const outside: Readonly<Record<string, Outside>> = {
  dossier: {
    decode: decodeDossierCommand,
    codecs: dossierCommands,
    samples: Object.keys(dossierCommands).map((type) => asked(type as DossierCommand["type"], TIME)),
  },
  petition: {
    decode: decodePetitionCommand,
    codecs: petitionCommands,
    samples: Object.keys(petitionCommands).map((type) => petitioned(type as PetitionCommand["type"], TIME)),
  },
  procedure: {
    decode: decodeProcedureCommand,
    codecs: procedureCommands,
    samples: [
      publish(DATE),
      decided("shortenTerm", DATE, { committedTerm: days(3) }),
      decided("declareSameDay", DATE, {}),
      decided("liftSameDay", DATE, {}),
      decided("setOnlineLevel", DATE, { level: 3 }),
      decided("designateOnSpot", DATE, { steps: ["receive", "deliver"] }),
      decided("repeal", DATE, {}),
    ],
  },
  unit: {
    decode: decodeUnitCommand,
    codecs: unitCommands,
    samples: [
      ruled("establish", DATE, { code: "H05.12", name: "Kinh Bắc", kind: "ward" }),
      ruled("rename", DATE, { name: "Vũ Ninh" }),
      ruled("moveUnder", DATE, { parent: "H05" }),
      ruled("dissolve", DATE, {}),
      ruled("assess", DATE, { standard: "standard-1", criteria: [{ criterion: "a", met: true }] }),
    ],
  },
  treasury: {
    decode: decodeTreasuryCommand,
    codecs: treasuryCommands,
    samples: [remit(TIME, 300_000, "CT-1"), settle(TIME, "2018-Q2", fees())],
  },
  number: {
    decode: decodeNumberCommand,
    codecs: numberCommands,
    samples: [{ type: "claimNumber", at: vn(TIME), dossier: "dossier-1" } as { readonly type: string }],
  },
};

/** Every command type of every aggregate, with its sample. */
export const everyCommand = Object.entries(outside).flatMap(([aggregate, { decode, codecs, samples }]) =>
  samples.map((sample) => ({ aggregate, decode, codec: codecs[sample.type], type: sample.type, sample })),
);
