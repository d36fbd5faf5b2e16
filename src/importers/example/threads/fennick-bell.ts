/** The second long thread: a bell, a decibel and a council. */
export const FENNICK_BELL = `
= assemblies #bell Lower Fennick: may a church bell ring at 03:00 if it always has?

@ sorcha 2025-09-09 19:22 #bell-start
A small one, for those who need rest from ports. Lower Fennick (pop. 1,140) has a tower with one bell, called Gudrun. Gudrun strikes the hours, all of them, since 1788. In May a couple moved into the old schoolhouse, thirty metres away, and in July they filed a complaint about the hours from eleven to five. The parish council meets on the 23rd.

The [Fennick Parish News](https://fennick-news.example/2025/09/gudrun) prints eleven letters on it. Ten are for the bell. The eleventh is from a man who wants to know who has his ladder.
^ like tomas bram maren ines; funny pelikan zofia jonas quidnunc tamsin

@ quidnunc +47m #bell-newcomers
I take the schoolhouse, since nobody else will. “We were here first” is not an argument about noise. If it were, the dead would have the casting vote in everything, and in Fennick they live even closer to the tower.
^ funny sorcha tomas pelikan; disagree bram oldsalt; like hannes

@ bram +1h5m #bell-look
They *bought a house beside a bell*. It is not a well-hidden bell. Did they visit only between the quarters?
^ like oldsalt sorcha eleni; disagree quidnunc

@ hannes +2h16m
In my valley we had this in 2017 and it went to the regional court. The court asked one question and one only: how loud, at the pillow, with the window tilted? Not at the tower, not in the street. Everything else (1788, the ladder, the dead) was politely set aside. Is there a measurement?
^ like oluwaseun zofia quidnunc

@ sorcha +8h41m #bell-pillow
There is, and it makes everything worse. The county sent a man with a device in August: 58 decibels at the pillow, window tilted. The guideline for single events at night is 60. So Gudrun is *inside* the limit, by two. The couple say that a limit for lorries cannot be applied to something that happens twelve times in a row.
^ like hannes jonas

@ jonas +38m #bell-decibel
Let me get in early, because someone is about to say that 58 is “3 % below 60”. Decibels are logarithms. Two decibels less is about 37 % less sound power. It is also, to an ear, barely different. Both sentences are correct, and you can predict by temperament who will use which.
^ like oluwaseun zofia sorcha yian saeki hannes; funny quidnunc

@ quidnunc +14m
I was going to say three per cent.
^ funny jonas sorcha zofia tomas oluwaseun hannes pelikan bram

@ oldsalt +3h5m bbcode #bell-watch
Twenty-six years at sea with a bell every half hour, day and night. You know what wakes you? The one that [i]does not come[/i]. My wife, God rest her, could sleep through a gale, but when the clock in the hall stopped she sat up in bed.
^ like bram sorcha eleni maren ines tomas nino; funny pelikan

@ eleni +5h27m
This is well known and has a name in my language that I cannot translate, something like *the noise of the absence*. When they electrified our cathedral the new mechanism was eleven seconds late, and for a month the whole quarter slept badly.
^ like oldsalt sorcha ines anahit

@ naama +1h20m
Haifa here, five religions within earshot and a port. You do not negotiate volume, you negotiate *order*. Ours have had an unwritten timetable since about 1930. Nobody knows who did not write it.
^ funny eleni sorcha tomas zofia; like layla salim

@ anahit +2h3m #bell-alloy
A professional remark. Bells do not stay equally loud. The clapper wears a flat spot, always at the same place, and a flat clapper on worn bronze gives more of the high partials, which carry and annoy. One turns the bell by a quarter every century or so. Has Gudrun ever been turned?
^ like sorcha jonas zofia oluwaseun eleni hannes tomas

@ sorcha +1d1h #bell-turned
I telephoned the sexton. (I know. I have children to feed and I telephoned the sexton of Lower Fennick.) Gudrun has *not* been turned since 1788. He added, after a long pause: “She has been getting sharper. We thought it was us.”
^ like anahit bram zofia tomas ines eleni maren; funny pelikan jonas quidnunc oldsalt

@ zofia +29m
“We thought it was us.” This man should be on the council. Or on the wireless. Or prime minister.
^ like sorcha anahit tomas

@ tomas +3h39m #bell-motion
The agenda is up. [Item 7](https://fennick-council.example/2025-09-23), three motions: **(a)** the bell rings as ever; **(b)** silence from 23:00 to 05:00; **(c)** a study. Whoever has sat on a council knows that (c) has already won.
^ like quidnunc hannes; funny zofia sorcha tamsin

@ quidnunc +33m
[quote #bell-motion]
Whoever has sat on a council knows that (c) has already won.
[/quote]

Nonsense. Councils commission studies about things they do not care about. This one they care about. I bet (a), nine to two.
^ like oldsalt; disagree tomas

@ bram +22m
Coffee?

@ quidnunc +5m
Coffee. One of these days you will pay, and I shall frame the cup.
^ funny bram maren tomas jonas

@ sorcha 2025-09-23 22:14 #bell-council
I watched the stream so that you did not have to (214 viewers; see above, population). Two hours and fifty minutes. Highlights:

- The couple's name is Aldous-Prewett, both are nurses, *both work nights*. Nobody had asked them. She said: “We do not mind the bell at three. We are at work at three. We mind it at eleven in the morning, but we thought you would never give us the morning.”
- Long silence.
- The man asked about his ladder. It was ruled out of order.
- Motion (d), made up on the spot: turn the bell. Carried, eleven to nil.
^ like bram maren tomas zofia eleni anahit ines jonas hannes oldsalt naama; funny pelikan quidnunc

@ hannes +19m
So ten letters, eleven hundred opinions and one measurement at the pillow were all about the wrong half of the day. I have never been so happy about procedure.
^ like sorcha tomas zofia quidnunc jonas

@ quidnunc +41m
For our wager: neither (a), (b) nor (c). I submit that the coffee be turned by a quarter.
^ funny bram sorcha tomas maren zofia hannes anahit

@ bram +7h30m
Accepted. You drink the first half.
^ funny quidnunc sorcha maren

@ guest:"A. from the schoolhouse" 2025-10-02 05:48 #bell-prewett
My husband found this. I have just come off shift and read all of it aloud in the kitchen. We thought you would be horrible. The one who took our side without knowing us (Quidnunc?): thank you, and also no, the dead do not have a vote, they only have the better view.

They are turning her on the 18th. We have been asked to hold the rope.
^ like sorcha quidnunc bram maren tomas zofia eleni ines anahit jonas hannes oldsalt naama tamsin adwoa

@ anahit +2h52m
Please write down what you *hear* before and after, as exactly as you can, and do not read what anyone else has written. Two nurses who work nights are the best instrument in the county.
^ like sorcha zofia oluwaseun

@ sorcha 2025-10-18 16:30 #bell-turn
She was turned at noon. I went. It is a four-hour drive, and I shall explain it to my editor somehow. From the schoolhouse garden, before: *tin tray, dropped by somebody you love*. After: *the same person, putting it down*. Those are not my words. They are Mrs Aldous-Prewett's, she had them on an envelope as ordered.

The county man came again, on his own Saturday. 54 decibels.
^ like anahit zofia bram maren tomas eleni jonas ines oldsalt oluwaseun hannes quidnunc naama saeki

@ jonas +58m
Four decibels. That is 60 % less sound power, and this time the ear agrees. I have nothing to add, which has not happened since I joined.
^ like sorcha anahit oluwaseun zofia; funny tomas quidnunc

@ pelikan +1h44m bbcode
And the ladder?
^ funny sorcha bram maren tomas zofia quidnunc eleni jonas oldsalt

@ sorcha +26m
Was in the tower. Since 2009. It had been holding up the bell.
^ funny pelikan bram maren tomas zofia quidnunc eleni jonas oldsalt hannes ines anahit tamsin; like naama
`
