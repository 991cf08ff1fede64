import * as t from "io-ts/lib/index.js";
import { PersonalGivenCodec } from "../personal/personal-given.js";
import { TermCodec } from "../time/term.js";
import { asked } from "./asked-codec.js";
import { RouteAgencies } from "./coordination-data.js";
import { Actor } from "./role.js";
import { NoticeChannel, PaymentRoute, Route } from "./vocabulary.js";

const note = { note: PersonalGivenCodec };

/** What is asked for among agencies and the one-stop, by type. */
export const coordinationCommands = {
  recordVerification: asked("recordVerification", { file: t.string }, { agency: t.string, ...note }),
  requestOpinion: asked(
    "requestOpinion",
    { opinion: t.string, agency: t.string, content: t.string, term: TermCodec },
    note,
  ),
  recordOpinion: asked("recordOpinion", { opinion: t.string }, { file: t.string, ...note }),
  reportOpinionOverdue: asked("reportOpinionOverdue", { opinion: t.string }, {}),
  openSubTasks: asked("openSubTasks", { route: Route, lead: t.string, agencies: RouteAgencies }, {}),
  completeSubTask: asked("completeSubTask", { agency: t.string }, {}),
  approve: asked("approve", { by: Actor }, { document: t.string }),
  handOverResult: asked("handOverResult", {}, { to: t.string }),
  urgeAgency: asked("urgeAgency", {}, { agency: t.string, channel: NoticeChannel }),
  attachVoucher: asked("attachVoucher", { voucher: t.string, route: PaymentRoute }, {}),
};
