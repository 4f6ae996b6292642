/**
 * The dossier's style sheet. Text has at least 4.5:1 and lines 3:1 against their ground, in light and dark; print is always
 * light. The colours of the picture are set here by class, since a dark page needs others than paper.
 */
export const STYLE = `
:root{color-scheme:light dark;--page:#fff;--ink:#1f2328;--muted:#59616b;--line:#d5d9de;--soft:#f4f6f8;--for:#0072B2;--against:#D55E00;--against-ink:#9c4500;--gap:#8a929b;--link:#005a8f}
@media screen and (prefers-color-scheme:dark){:root{--page:#1a1b1e;--ink:#e8eaed;--muted:#a9b0b8;--line:#3c4047;--soft:#24262a;--for:#56B4E9;--against:#D55E00;--against-ink:#ff9d57;--gap:#8f969e;--link:#7cc4ef}
.picture .name,.picture .type{fill:var(--ink);stroke:var(--page)}.picture .name.along,.picture .type.along{fill:var(--muted)}.picture .plate{fill:var(--page);stroke:var(--page)}
.picture .for,.picture .corroborated{stroke:#56B4E9}.picture .single-source{stroke:#7fa3b8}.picture .denied{stroke:#c48263}.picture .unknown{stroke:#8f969e}
.picture .head{stroke:none}.picture .head.corroborated{fill:#56B4E9}.picture .head.single-source{fill:#7fa3b8}.picture .head.disputed{fill:#a3a3a3}.picture .head.denied{fill:#c48263}.picture .head.unknown{fill:#8f969e}
.picture .entity>:not(.plate){filter:brightness(1.35)}}
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--ink);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",Arial,sans-serif;overflow-wrap:anywhere}
main,header,footer{max-width:1080px;margin:0 auto;padding:0 20px}
h1{font-size:1.8rem;line-height:1.2;margin:1.6rem 0 .4rem}h2{font-size:1.35rem;margin:2.6rem 0 .6rem;border-bottom:2px solid var(--line);padding-bottom:.2rem}h3{font-size:1.08rem;margin:1.8rem 0 .3rem}h4{font-size:.95rem;margin:1rem 0 .3rem}
p{margin:.4rem 0}a{color:var(--link)}code{font:.85em ui-monospace,Consolas,monospace}
ul{margin:.4rem 0;padding-inline-start:1.3rem}
.muted{color:var(--muted);font-size:.88rem}
.warning{border:2px solid var(--against);border-inline-start-width:8px;padding:.6rem .9rem;margin:1rem 0;font-weight:600}
.verdict{font-weight:650}
nav ul{columns:2;list-style:none;padding:0}nav a{display:inline-block;padding:3px 0}
.shares{display:block;width:100%;max-width:420px;height:14px;margin:.4rem 0}
.shares .for{fill:var(--for)}.shares .against{fill:var(--against)}.shares{outline:1px solid var(--gap)}.hatch{stroke:var(--gap)}.patterns{position:absolute}
.values td:nth-child(1),.values td:nth-child(2){width:19%}.values td:nth-child(3){width:188px}.values td:nth-child(4){width:13%}th{overflow-wrap:normal}
.range{display:block;max-width:100%;fill:var(--ink);stroke:var(--ink)}.range .axis{stroke:var(--line)}
table{border-collapse:collapse;width:100%;font-size:.88rem}
th,td{text-align:start;vertical-align:top;padding:.4rem .55rem;border-bottom:1px solid var(--line)}
thead th{background:var(--soft);border-bottom:2px solid var(--line)}
td p{margin:0 0 .2rem}td .muted{font-size:.82rem}
.ledger td:nth-child(1){width:27%}.ledger td:nth-child(2){width:42%}.ledger td:nth-child(4){width:4.5rem}
.citations td:first-child{white-space:nowrap}
tr.aside td{color:var(--muted)}
.who{font-weight:650}.stance{font-weight:650}
figure{margin:1rem 0}figcaption{color:var(--muted);font-size:.88rem}
.scroll{width:max-content;min-width:100%;max-width:min(100vw - 40px,1520px);position:relative;left:50%;transform:translateX(-50%);overflow-x:auto;border:1px solid var(--line)}.scroll svg{display:block;margin:0 auto}
.legend{list-style:none;padding:0;margin:.6rem 0;display:flex;flex-wrap:wrap;gap:.1rem 1.3rem;font-size:.88rem}.legend li{display:flex;align-items:center;gap:.3rem}.legend svg{flex:none}
.facts{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1rem;margin:0}.facts dt{font-weight:600}.facts dd{margin:0}
@media (max-width:640px){body{font-size:15px}nav ul{columns:1}.facts{grid-template-columns:1fr}.facts dd{margin-bottom:.5rem}
table,tbody,tr,td,th{display:block;width:auto!important}thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
tr{border:1px solid var(--line);border-radius:6px;margin:.6rem 0;padding:.2rem 0}td,tbody th{border:0;padding:.25rem .6rem}
td[data-head]::before,tbody th[data-head]::before{content:attr(data-head);display:block;font-size:.75rem;font-weight:650;color:var(--muted)}}
@page{size:A4;margin:18mm 15mm}
@media print{body{font-size:10pt}main,header,footer{max-width:none;padding:0}h2,h3,h4,.verdict,.shares,.shares+.muted{break-after:avoid}tr,figure,.facts dt,li{break-inside:avoid}thead{display:table-header-group}nav{display:none}
a[href^="http"]::after{content:" (" attr(href) ")";font-size:.85em}a{color:inherit;text-decoration:none}section[aria-labelledby="picture"]{page:picture}#picture{margin:0}figure{margin:.3rem 0}.legend{font-size:8pt;margin:.2rem 0}.legend svg{height:17px;width:auto}figcaption{font-size:8pt}.scroll{width:auto;max-width:none;left:0;transform:none;overflow:visible;border:0}.scroll svg{max-width:100%;max-height:144mm;height:auto;width:auto}}
@page picture{size:A4 landscape;margin:12mm 14mm}
`;
