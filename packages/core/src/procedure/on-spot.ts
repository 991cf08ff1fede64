import { OnSpotStep } from "./vocabulary.js";

/** The steps in the order in which they are done. */
const ORDER = Object.keys(OnSpotStep.keys) as ReadonlyArray<OnSpotStep>;

/** The four of "4 tại chỗ": tiếp nhận, thẩm định, phê duyệt, trả kết quả. */
const FOUR: ReadonlyArray<OnSpotStep> = ["receive", "appraise", "approve", "deliver"];

/** Whether a procedure is done at the centre from reception to delivery: "4 tại chỗ", with or without the seal. */
export const isFourOnSpot = (steps: ReadonlyArray<OnSpotStep>): boolean => FOUR.every((step) => steps.includes(step));

/** The steps each once, in their order. */
export const inOrder = (steps: ReadonlyArray<OnSpotStep>): ReadonlyArray<OnSpotStep> =>
  ORDER.filter((step) => steps.includes(step));
