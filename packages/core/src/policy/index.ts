export {
  type FormInForce,
  type FormPurpose,
  formInForce,
  type PolicyMissing,
  type PolicyPack,
  policyOn,
  type SupplementClock,
} from "./policy-pack.js";
export { ND_61_2018, ND_118_2025, QD_09_2015, VIETNAM_POLICIES } from "./vietnam.js";
