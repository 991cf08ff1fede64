import { type Either, left, right } from "fp-ts/lib/Either.js";
import type { TaskEither } from "fp-ts/lib/TaskEither.js";
import { type StoreUnavailable, unavailable } from "../errors.js";
import type {
  Build,
  DeadLetter,
  Lease,
  LeaseLost,
  Part,
  PartState,
  SavedPart,
  ViewName,
  ViewStore,
} from "./view-store.js";

/**
 * Views in memory, for tests and for one process that folds anew when it starts.
 *
 * @param now  the clock that leases end by, epoch milliseconds
 */
export const inMemoryViewStore = (now: () => number = Date.now): ViewStore => {
  const kept: Kept[] = [];
  let closed = false;

  const open =
    <E, A>(work: () => Either<E, A>): TaskEither<E | StoreUnavailable, A> =>
    async () =>
      closed ? left(unavailable("the view store is closed")) : work();

  const find = (part: Part): Kept | undefined => kept.find((each) => isPart(each, part));

  return {
    parts: (of) => open(() => right(kept.filter((each) => of === undefined || isOf(each, of)).map(stateOf))),
    begin: (view, parts) =>
      open(() => {
        const last = kept.findLast((each) => isOf(each, view));
        if (last !== undefined && !last.serves) return right(buildOf(last));
        const build: Build = { ...view, build: (last?.build ?? 0) + 1, parts };
        for (let part = 0; part < parts; part++) kept.push(newPart({ ...build, part }));
        kept.sort(inOrder);
        return right(build);
      }),
    claim: (part, owner, forMs) =>
      open(() => {
        const found = find(part);
        if (found === undefined) return left(lostBy(part));
        if (found.owner !== null && found.owner !== owner && found.leasedUntil > now()) return right(null);
        Object.assign(found, { owner, leasedUntil: now() + forMs, token: found.token + 1 });
        const lease: Lease = { ...part, owner, token: found.token };
        return right(lease);
      }),
    load: (part) => open(() => right(copyOf(find(part)?.saved ?? null))),
    save: (lease, { saved, deadLetter, forMs }) =>
      open(() => {
        const found = find(lease);
        if (found === undefined || found.token !== lease.token) return left(lostBy(lease));
        if (saved !== undefined) Object.assign(found, { saved: copyOf(saved), savedAt: now(), deadLetter: null });
        if (deadLetter !== undefined) found.deadLetter = deadLetter;
        Object.assign(found, forMs > 0 ? { leasedUntil: now() + forMs } : { owner: null });
        return right(undefined);
      }),
    serve: (build) =>
      open(() => {
        const stays = kept.filter((each) => each.name !== build.name || !isBefore(each, build));
        kept.splice(0, kept.length, ...stays);
        for (const each of kept) if (isOf(each, build) && each.build === build.build) each.serves = true;
        return right(undefined);
      }),
    close: async () => {
      closed = true;
    },
  };
};

interface Kept extends Part {
  serves: boolean;
  saved: SavedPart | null;
  savedAt: number | null;
  owner: string | null;
  leasedUntil: number;
  token: number;
  deadLetter: DeadLetter | null;
}

const newPart = (part: Part): Kept => ({
  ...part,
  serves: false,
  saved: null,
  savedAt: null,
  owner: null,
  leasedUntil: 0,
  token: 0,
  deadLetter: null,
});

const stateOf = ({ saved, leasedUntil: _until, token: _token, ...state }: Kept): PartState => ({
  ...state,
  checkpoint: saved?.checkpoint ?? null,
});

/** A view that is read back may lie on the bytes themselves, and be folded on. */
const copyOf = <Saved extends SavedPart | null>(saved: Saved): Saved =>
  saved && { ...saved, view: new Uint8Array(saved.view) };

const buildOf = ({ name, version, build, parts }: Kept): Build => ({ name, version, build, parts });

const isOf = (each: ViewName, { name, version }: ViewName): boolean => each.name === name && each.version === version;

const isPart = (each: Part, part: Part): boolean =>
  isOf(each, part) && each.build === part.build && each.part === part.part;

/** Whether one build is an earlier one than another of the same name. */
const isBefore = (one: Build, other: Build): boolean =>
  one.version < other.version || (one.version === other.version && one.build < other.build);

const inOrder = (a: Part, b: Part): number =>
  a.name === b.name ? a.version - b.version || a.build - b.build || a.part - b.part : a.name < b.name ? -1 : 1;

const lostBy = ({ name, version, build, parts, part }: Part): LeaseLost => ({
  code: "LeaseLost",
  part: { name, version, build, parts, part },
});
