export { type ViewStoreContract, viewStoreContract } from "./view-store-contract.js";
