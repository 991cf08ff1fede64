import type { Instant } from "../time/instant.js";
import type { LocalDate } from "../time/local-date.js";
import type { CriterionFinding, UnitKind } from "./vocabulary.js";

/** When it was decided, the local date from which it holds, and the document that says so. */
interface Decided {
  readonly at: Instant;
  readonly effectiveFrom: LocalDate;
  readonly basis: string;
}

/** It begins to exist; one that was dissolved may begin again. */
export interface EstablishUnit extends Decided {
  readonly type: "establish";
  readonly code: string;
  readonly name: string;
  readonly kind: UnitKind;
  /** The code of the unit that it stands under. */
  readonly parent?: string;
}
/** It has another name, and another kind where a commune becomes a ward. */
export interface RenameUnit extends Decided {
  readonly type: "rename";
  readonly name: string;
  readonly kind?: UnitKind;
}
/** It stands under another unit from then on. */
export interface MoveUnit extends Decided {
  readonly type: "moveUnder";
  /** `null` makes it the root of a tree. */
  readonly parent: string | null;
}
/** It ceases to exist; what stands under it passes to its successor. */
export interface DissolveUnit extends Decided {
  readonly type: "dissolve";
  readonly successor?: string;
}
/** It is held against the criteria of a standard; what is found holds until a later assessment. */
export interface AssessUnit extends Decided {
  readonly type: "assess";
  /** The name of the set of criteria, such as "Liên thông - Hiện đại - Thân thiện - Hiệu quả". */
  readonly standard: string;
  /** All criteria of the set. */
  readonly criteria: ReadonlyArray<CriterionFinding>;
}

/** Everything that can be asked of a unit. */
export type UnitCommand = EstablishUnit | RenameUnit | MoveUnit | DissolveUnit | AssessUnit;
