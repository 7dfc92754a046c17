"""The timeline as one HTML file that needs nothing else: no network, no folder beside it, no server.

`network.to_pyvis` draws a timeline into a pyvis network; `page.render_page` writes that network down as a page.
What the page does lives in the `*.js` files, written as modules and joined when a page is written.
"""
