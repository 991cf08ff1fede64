export { type ProcessStoreContract, processStoreContract } from "./process-store-contract.js";
