/// How the overview looks and what can be done with it; nothing of it comes from a document.
enum OverviewStyle {
    static let css = """
        :root{--ink:#1c2430;--soft:#5b6675;--paper:#fff;--wash:#f4f6f9;--line:#dde3ea;--read:#4a9d6e;--repaired:#d9962b;--derived:#b06fc4;
        --corrected:#3a7fd0;--blank:#b8c1cc;--bad:#cc4b4b;--absent:#e3e8ee}
        @media(prefers-color-scheme:dark){:root{--ink:#e6eaf0;--soft:#9aa6b5;--paper:#14181f;--wash:#1d232c;--line:#313a46;--blank:#5b6675;
        --absent:#2a323d}}
        *{box-sizing:border-box}body{margin:0;background:var(--paper);color:var(--ink);
        font:15px/1.5 system-ui,"Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif}
        main{max-width:1080px;margin:0 auto;padding:24px 16px 64px}h1{font-size:26px;margin:0 0 16px}
        h2{font-size:19px;margin:36px 0 10px;padding-top:14px;border-top:1px solid var(--line)}h3{font-size:15px;margin:18px 0 6px;color:var(--soft)}
        .tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(140px,1fr));gap:10px}
        .tiles div{background:var(--wash);border-radius:8px;padding:12px 14px}.tiles b{display:block;font-size:26px;line-height:1.2}
        .tiles span{color:var(--soft)}.tiles .bad b{color:var(--bad)}.tiles .repaired b{color:var(--repaired)}
        svg{display:block;width:100%;height:auto;font-size:12.5px}svg text{fill:var(--ink)}svg .number{fill:var(--soft)}
        .read{fill:var(--read)}.repaired{fill:var(--repaired)}.derived{fill:var(--derived)}.corrected{fill:var(--corrected)}
        .blank{fill:var(--blank)}.missing,.bad{fill:var(--bad)}.ambiguous{fill:#e07b55}.absent{fill:var(--absent)}
        .form0{fill:#3a7fd0;background:#3a7fd0}.form1{fill:#4a9d6e;background:#4a9d6e}.form2{fill:#d9962b;background:#d9962b}
        .form3{fill:#b06fc4;background:#b06fc4}.form4{fill:#5fb3b3;background:#5fb3b3}.form5{fill:#8a8f98;background:#8a8f98}
        .cell{fill:var(--wash)}.share{fill:var(--bad)}.chosen1 .share{fill:var(--repaired)}.chosen2 .share{fill:var(--soft)}
        .legend span{margin-right:16px}.legend i{display:inline-block;width:12px;height:12px;border-radius:3px;margin-right:6px}
        .wide{overflow-x:auto}.wide svg{min-width:640px}table{border-collapse:collapse;width:100%;font-size:14px}
        th,td{text-align:left;padding:5px 8px;border-bottom:1px solid var(--line);vertical-align:top;overflow-wrap:anywhere}
        th{position:sticky;top:0;background:var(--paper);white-space:nowrap}td.n{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
        tr.failed td{background:color-mix(in srgb,var(--bad) 12%,transparent)}tr.failing td{background:color-mix(in srgb,var(--repaired) 10%,transparent)}
        input,button{font:inherit;color:inherit;background:var(--wash);border:1px solid var(--line);border-radius:6px;padding:6px 10px}
        input{width:min(420px,100%)}button{margin-right:6px;cursor:pointer}button[aria-pressed=true]{border-color:var(--ink);font-weight:600}
        a{color:var(--corrected)}@media print{input,button{display:none}}
        """

    static let script = """
        const rows=[...document.querySelectorAll('#reports tbody tr')],search=document.getElementById('search'),found=document.getElementById('found');
        const texts=rows.map(r=>r.textContent.toLowerCase());
        search.addEventListener('input',()=>{const words=search.value.toLowerCase().split(/\\s+/).filter(Boolean);let n=0;
        rows.forEach((r,i)=>{const hit=words.every(w=>texts[i].includes(w));r.hidden=!hit;if(hit)n++});found.textContent=words.length?n:''});
        const buttons=[...document.querySelectorAll('[data-choice]')];
        buttons.forEach(b=>b.addEventListener('click',()=>{const c=+b.dataset.choice;buttons.forEach(o=>o.setAttribute('aria-pressed',o===b));
        document.body.className='chosen'+c;document.querySelectorAll('.share').forEach(r=>{const s=+r.dataset.shares.split(' ')[c];
        r.setAttribute('fill-opacity',s?0.15+0.85*s:0)})}));
        """
}
