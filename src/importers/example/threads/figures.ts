/** Charts and percentages, and a drift of subject. */
export const FIGURES = `
= figures #axes The museum of misleading axes

@ saeki 2025-09-02 13:27 #axes-start
I am opening a small museum. Rules: describe the chart in words, so that it can be read without the picture; name the publisher; say what would have been honest. No malice without evidence. Most of these axes are the children of software and haste.

**Exhibit 1.** *Merrow Telegraph*, 30 August: “Port fees explode”. Column chart, 2023: 41.2, 2024: 41.9, 2025: 42.6. The axis begins at 41. The last column is eight times as high as the first, the fee has risen by 3.4 %. Honest: one sentence, no chart.
^ like zofia oluwaseun tomas jonas yian hannes priya

@ yian +1h12m
**Exhibit 2.** A transport ministry's annual report, page 30: “Satisfaction with ferries”, a pie chart of *five* slices that add up to 112 %. I wrote to them. They answered that people could be satisfied in several ways.
^ funny saeki zofia oluwaseun tomas jonas quidnunc sorcha hannes pelikan

@ oluwaseun +46m #axes-time
**Exhibit 3**, my favourite kind, since nothing in it is false: time running at two speeds. The *Quillon Courier* shows rents for 1990, 2000, 2010, 2020, 2023, 2024, 2025 at equal distances. A line that has been straight for thirty-five years bends upwards at 2020 as if somebody had sat on the other end. Honest: a ruler.
^ like saeki zofia jonas yian tomas priya hannes

@ quidnunc +2h55m #axes-zero
An objection before the museum gets a shop. “The axis must begin at zero” is a superstition. Body temperature from zero is a straight line until the patient dies. Zero is for *columns*, because columns are read by their length. Lines are read by their slope and may begin where they like, so long as they say so.
^ like saeki oluwaseun jonas zofia yian hannes tomas

@ saeki +7h20m
[quote #axes-zero]
Zero is for *columns*, because columns are read by their length.
[/quote]

This shall hang beside the entrance. Counsel for the other side is appointed curator of lines.
^ like quidnunc zofia oluwaseun; funny tomas

@ layla +4h11m
**Exhibit 4**, from my side of the sea: charts translated from left-to-right into Arabic with the text mirrored but not the picture. The years run from right to left, the line from left to right, and so unemployment has been *falling* into the past. It was printed. A minister quoted it, and for once he was sincerely glad.
^ funny saeki zofia oluwaseun salim naama tomas; like yian jonas ines

@ naama +38m
We have the same exhibit in Hebrew! I suggest a joint wing of the museum, with two entrances, and everyone leaves backwards.
^ funny layla saeki salim zofia eleni

= figures #points Per cent or percentage points? A plea, with an example from a bakery

@ priya 2026-06-22 06:43 #points-start
The *Courier* wrote on Saturday: “Support for the Harbour List has risen by 4 per cent, from 8 to 12.” From 8 to 12 is four percentage **points**. It is fifty per **cent**. In the same article, three paragraphs down: “The rival List fell by 10 per cent, from 30 to 27.” Here it is per cent after all, and three points.

So in one article the loser falls by ten and the winner rises by four, and the winner has gained more than the loser lost. I do not believe it was intended. I believe two people wrote it, and that each of them was right on a different day at school.
^ like zofia oluwaseun saeki tomas hannes thuylinh

@ hannes +1h19m #points-bakery
Explanation that works in my family: a bakery has 8 kinds of bread and now has 12. It has four kinds *more* (points), and half as many again (per cent). Nobody would say that it had four per cent more kinds of bread. The trouble with shares is that the unit itself is called “per cent”, so that the bread is called “kinds”.
^ like priya zofia oluwaseun rafael saeki; funny pelikan

@ thuylinh +3h3m
In Vietnamese we say *điểm phần trăm* for points, and newspapers have learned to do it only since they began to print interest rates. It seems that people distinguish the two the moment it is their own money.
^ like priya hannes oluwaseun zofia

@ quidnunc +1h47m
Then let me complicate the bread. Support rose from 8 to 12 *in a survey of 600 people*. The uncertainty is about two and a half points each way, at either end. Points or per cent, what has been established is that more than none and fewer than eight points of the population may have changed their minds, or their telephones.
^ like oluwaseun priya zofia; funny tomas hannes

@ gulcin +9h31m #points-drift
By the way, does anybody here bake? With Hannes's twelve kinds I got hungry and tried the sourdough from the *Gazette's* weekend page. It says “prove for 12 to 36 hours”. That is a factor of three! Mine stood for thirty-one and has formed a government. If somebody in a warm country can tell me what you do in June, I should be grateful: mine has now left the bowl twice.
^ funny priya hannes zofia sorcha quidnunc pelikan eleni

@ eleni +2h9m
In June you let it prove in the cellar, and if you have no cellar, in the neighbour's. Half the salt goes in *before* the rest, it slows everything. And please, not thirty-one hours, this is a bread and not a siege.
^ like gulcin; funny priya hannes sorcha

@ tamsin +1h25m
Delicious, and off the subject. The next loaf goes to *The galley*, please. I shall leave these two standing, because the factor of three is, strictly speaking, a figure without a parent.
^ funny gulcin eleni priya zofia; like hannes
`
