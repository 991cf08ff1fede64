/** One column of reading width; colours that stay apart in grey print and for the colour-blind. */
export const STYLE = `
:root { color-scheme: light; --ink: #1c2733; --soft: #5b6875; --line: #d9dfe5; --early: #1b7f5c; --ontime: #6cc3a0; --late: #c8513a; --wait: #b9c2cb; }
* { box-sizing: border-box; }
body { margin: 0; background: #f6f7f8; color: var(--ink); font: 16px/1.5 system-ui, "Noto Sans", "Segoe UI", sans-serif; }
main { max-width: 68rem; margin: 0 auto; padding: 2.5rem 1.5rem 4rem; background: #fff; }
h1 { font-size: 1.75rem; line-height: 1.25; margin: 0 0 .25rem; }
h2 { font-size: 1.2rem; margin: 2.75rem 0 .75rem; }
p.about { color: var(--soft); margin: 0 0 1.75rem; max-width: 46rem; }
.cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr)); gap: .75rem; padding: 0; margin: 0; list-style: none; }
.cards li { border: 1px solid var(--line); border-radius: .5rem; padding: .9rem 1rem; }
.cards strong { display: block; font-size: 1.7rem; line-height: 1.2; font-variant-numeric: tabular-nums; }
.cards strong.long { font-size: 1.15rem; line-height: 1.77; white-space: nowrap; }
.cards span { color: var(--soft); font-size: .875rem; }
.scroll { overflow-x: auto; margin-top: .75rem; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; }
caption { text-align: left; color: var(--soft); padding-bottom: .4rem; }
th, td { padding: .4rem .6rem; border-bottom: 1px solid var(--line); text-align: right; font-variant-numeric: tabular-nums; vertical-align: baseline; }
thead th { border-bottom: 2px solid var(--ink); font-weight: 600; }
th[scope=row], thead th:first-child { text-align: left; font-weight: 400; min-width: 6rem; }
tr.total > * { font-weight: 600; border-top: 2px solid var(--ink); } tr.spans > * { border-bottom: 0; } thead tr.spans th { text-align: center; border-bottom: 1px solid var(--line); }
td.text, th.text { text-align: left; }
figure { margin: 0; }
figcaption { color: var(--soft); font-size: .875rem; margin-top: .5rem; }
svg { width: 100%; height: auto; display: block; }
svg text { font: 11px system-ui, "Noto Sans", sans-serif; fill: var(--soft); }
.key { display: inline-block; width: .75rem; height: .75rem; border-radius: .15rem; margin: 0 .35rem 0 .9rem; vertical-align: -.05rem; }
.early { fill: var(--early); background: var(--early); } .onTime { fill: var(--ontime); background: var(--ontime); } .late { fill: var(--late); background: var(--late); } .open { fill: var(--wait); background: var(--wait); }
footer { margin-top: 3rem; color: var(--soft); font-size: .85rem; }
dl.definitions { display: grid; grid-template-columns: max-content 1fr; gap: .35rem 1rem; font-size: .9rem; }
dl.definitions dt { font-weight: 600; } dl.definitions dd { margin: 0; }
@media print { body { background: #fff; font-size: 11pt; } main { padding: 0; max-width: none; } h2 { break-after: avoid; } figure, .cards, tr { break-inside: avoid; } * { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
`.trim();
