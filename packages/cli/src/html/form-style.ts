/** Sides of the papers, in millimetres. */
const SIDES = { A5: [148, 210], A4: [210, 297] } as const;

/** The look of a form: black on white in the serif face of office letters; on the screen a sheet of its paper's width. */
export const formStyle = (paper: keyof typeof SIDES, orientation: "portrait" | "landscape"): string => {
  const [short, long] = SIDES[paper];
  const width = orientation === "portrait" ? short : long;
  return `
@page { size: ${paper} ${orientation}; margin: 8mm 10mm; }
* { box-sizing: border-box; }
body { margin: 0; background: #e9ebee; color: #000; font: 10pt/1.3 "Times New Roman", "Liberation Serif", Tinos, "Noto Serif", serif; }
main { width: ${width}mm; max-width: 100%; margin: 6mm auto; padding: 8mm 10mm; background: #fff; }
header { display: flex; gap: 6mm; justify-content: space-between; text-align: center; font-size: .86em; }
header div { flex: 0 1 auto; } header div:first-child { flex: 1 1 0; }
.issuer { text-transform: uppercase; }
.motto { border-bottom: .3mm solid; padding-bottom: .3mm; }
header em { display: block; margin-top: 1.5mm; }
p.form { margin: 1.5mm 0 0; text-align: right; font-size: .8em; font-style: italic; }
h1 { margin: 3mm 0 1mm; font-size: 1.2em; line-height: 1.25; text-align: center; text-transform: uppercase; }
p.code { margin: 0 0 3mm; text-align: center; }
p.field { display: flex; align-items: baseline; gap: 1.5mm; margin: 0 0 .6mm; }
p.field > span:first-child { flex: none; max-width: 62%; }
.value { flex: 1; overflow-wrap: anywhere; }
.dots { flex: 1; display: inline-block; min-width: 20mm; height: 1em; border-bottom: .3mm dotted; }
i { font-size: .82em; color: #444; text-transform: none; font-weight: 400; }
h1 i { display: block; }
table { width: 100%; margin-top: 3mm; border-collapse: collapse; font-size: .88em; }
caption { padding-bottom: 1mm; text-align: left; font-weight: 700; }
th, td { padding: .8mm 1.2mm; border: .25mm solid; vertical-align: top; text-align: left; overflow-wrap: break-word; }
th { text-align: center; vertical-align: middle; }
th i, .signatures i { display: block; }
tr { break-inside: avoid; }
.signatures { display: flex; gap: 6mm; justify-content: space-around; margin-top: 5mm; text-align: center; break-inside: avoid; }
.signatures div:only-child { margin-left: 50%; }
.name { margin: 12mm 0 0; min-height: 1.4em; font-weight: 700; }
@media print { body { background: none; } main { width: auto; margin: 0; padding: 0; } }
`.trim();
};
