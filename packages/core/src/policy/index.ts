export { type PolicyMissing, type PolicyPack, policyOn } from "./policy-pack.js";
export { ND_61_2018, QD_09_2015, VIETNAM_POLICIES } from "./vietnam.js";
