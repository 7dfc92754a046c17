import pytest, json
def test_it(crowd, open_page, spot_of):
    page=open_page(crowd)
    far = page.evaluate("chronotope.chart.scene.frame.lanes.at(-1).dated[5].id")
    print(page.evaluate("(({plot,lanes,height})=>[plot.top,plot.bottom,height,lanes.map(l=>[l.label,l.top,l.height,l.rows])])(chronotope.chart.scene.frame)"))
    page.evaluate("id => chronotope.actions.select(id)", far)
    for i in range(6):
        print(page.evaluate("([chronotope.chart.scene.scroll, chronotope.store.state.scroll, chronotope.chart.scene.placed.filter(p=>p.event.id===chronotope.store.state.selected).map(p=>[p.x,p.y,p.row,p.marked])])"))
        page.wait_for_timeout(50)
