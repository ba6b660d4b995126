/// The looks of a page: light and dark, wide and narrow, on screen and on paper.
enum WrittenStyle {
    static let sheet = """
        :root {
          color-scheme: light dark;
          --ink: light-dark(#1d1d1f, #e6e6e3); --paper: light-dark(#fff, #1b1c1e); --soft: light-dark(#6b6b70, #9b9ba1);
          --line: light-dark(#c9c9cf, #4a4b50); --head: light-dark(#f2f2f4, #28292c); --link: light-dark(#0b57d0, #8ab4f8);
          --bad: light-dark(#b3261e, #ff8a80); --bad-ground: light-dark(#fdecea, #3b1f1d); --good: light-dark(#1e6b34, #81c995);
          --repaired: light-dark(#d6e8fb, #1d3a57); --derived: light-dark(#dff2d5, #23421a);
          --corrected: light-dark(#e8dff5, #3b2d55); --blank: light-dark(#f3f3f3, #26272a);
          --missing: light-dark(#fbd5c5, #5a2a17); --ambiguous: light-dark(#fff0b8, #4f4310);
        }
        * { box-sizing: border-box; }
        body {
          margin: 0 auto; padding: 1rem clamp(.75rem, 3vw, 2.5rem) 3rem; max-width: 100rem; background: var(--paper); color: var(--ink);
          font: 16px/1.6 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif;
        }
        h1 { font-size: 1.6rem; line-height: 1.3; margin: .5rem 0; }
        h2 { font-size: 1.25rem; margin: 2rem 0 .5rem; } h3, h4, h5, h6 { font-size: 1.05rem; margin: 1.2rem 0 .4rem; }
        p { margin: .5rem 0; max-width: 48rem; overflow-wrap: anywhere; }
        header dl { display: flex; flex-wrap: wrap; gap: .2rem 1.5rem; margin: 0; color: var(--soft); font-size: .875rem; }
        header dl div { display: flex; gap: .5rem; min-width: 0; } dt { white-space: nowrap; } dd { margin: 0; overflow-wrap: anywhere; }
        a { color: var(--link); text-decoration: none; }
        small { color: var(--soft); } summary { cursor: pointer; color: var(--soft); }
        .failures { margin: 1rem 0; padding: .25rem 1rem; border-left: 4px solid var(--bad); background: var(--bad-ground); }
        .failures h2 { margin: .5rem 0; color: var(--bad); } .failures ul { padding-left: 1.2rem; }
        .holds { color: var(--good); }
        .findings { margin: 1rem 0; font-size: .9rem; } .findings ul { padding-left: 1.2rem; }
        .pair { display: flex; flex-wrap: wrap; gap: 1rem 2rem; align-items: flex-start; margin: 1rem 0; }
        .pair > * { flex: 1 1 34rem; min-width: 0; max-width: 100%; margin: 0; }
        figure { margin: 1rem 0; } figcaption { font-weight: 600; margin-bottom: .4rem; }
        .scroll { overflow-x: auto; }
        table { border-collapse: collapse; font-size: .875rem; line-height: 1.4; }
        th, td { border: 1px solid var(--line); padding: .3rem .5rem; text-align: left; vertical-align: middle; min-width: 2.2rem; }
        th { background: var(--head); font-weight: 600; min-width: 4.2rem; }
        .number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
        .repaired { background: var(--repaired); } .derived { background: var(--derived); }
        .corrected { background: var(--corrected); } .blank { background: var(--blank); }
        .missing { background: var(--missing); } .ambiguous { background: var(--ambiguous); }
        td.derived { font-style: italic; }
        sup { font-size: .7rem; line-height: 0; font-style: normal; margin-left: .15rem; }
        li:target { outline: 2px solid var(--link); }
        .legend { display: flex; flex-wrap: wrap; gap: .2rem 1rem; list-style: none; margin: .5rem 0; padding: 0; font-size: .8rem; }
        .legend b { padding: 0 .4rem; border: 1px solid var(--line); font-weight: 500; }
        .remarks { font-size: .8rem; } .remarks ol { padding-left: 2rem; } .original { font-size: .9rem; }
        .original table { color: var(--soft); margin-top: .4rem; font-size: .8rem; } .original th { font-weight: 400; }
        footer { margin-top: 3rem; color: var(--soft); font-size: .8rem; }
        @media (max-width: 40rem) { body { font-size: 15px; } th, td { padding: .25rem .35rem; } }
        @media print {
          :root { color-scheme: light; } body { max-width: none; padding: 0; font-size: 10.5pt; } a { color: inherit; }
          .scroll { overflow: visible; } table { font-size: 8pt; } tr, figure > ul, .failures { break-inside: avoid; }
          h2, h3 { break-after: avoid; } .pair { display: block; } th, td { padding: .15rem .25rem; }
          * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
        }

        """
}
