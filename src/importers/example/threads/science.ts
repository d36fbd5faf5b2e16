/** The science desk. */
export const SCIENCE = `
= science #pink Brightmere has turned pink, and there are four explanations

@ jonas 2025-07-21 12:16 #pink-start
Lake Brightmere (12 square kilometres, a bathing lake, no salt) has been pink since Thursday: from the air like lemonade, from the jetty like weak tea with a grievance. So far the press has offered four explanations, which exclude one another:

1. an alga that makes carotenoids under stress ([university](https://limnology.brightmere.example/notes/pink));
2. dye from the textile works upstream, which closed in 2011;
3. iron from the new bore holes;
4. “the heat”, which is not an explanation but a season.

I have asked for the plankton counts. Until then, please post only what can be checked, and also the good jokes.
^ like zofia oluwaseun anahit sorcha saeki; funny pelikan

@ pelikan +14m bbcode
It read the comments.
^ funny jonas sorcha zofia tomas anahit quidnunc hannes

@ anahit +3h8m #pink-iron
You can strike out number 3 without a laboratory. Iron colours water from the *bottom* upwards, where there is no oxygen, and when it reaches the air it goes brown, not pink. I have spent years of my life looking at iron coming out of stone. It has many sins, but it does not blush.
^ like jonas zofia oluwaseun saeki eleni sorcha

@ oluwaseun +1h32m
Number 2 falls to arithmetic. To see a red dye in two metres of water you need perhaps half a milligram a litre. Brightmere holds about 80 million cubic metres. That is forty tonnes of pure dye, fourteen years after closing, overnight, and nobody has noticed a lorry.
^ like jonas zofia anahit tomas hannes priya; funny quidnunc

@ quidnunc +55m #pink-surface
The *whole* lake? The photographs show the surface. If only the top ten centimetres are coloured, your forty tonnes become two. Still a lorry, I admit, but a lorry one might miss.
^ like oluwaseun jonas zofia

@ saeki +5h44m #pink-report
I translate from a Japanese abstract of 2009, because nobody else seems to know it, on a crater lake on an island I shall not look up in bed: 「湖面は三日間桃色を呈し、四日目の雨とともに消えた」, “for three days the surface of the lake was peach-coloured, and with the rain of the fourth day it vanished”. The cause there was a *ciliate* that eats the alga and keeps its pigment. The alga is green at the time. It is the eater who turns pink.
^ like jonas anahit zofia oluwaseun tomas ines sorcha eleni

@ sorcha +51m
“It is the eater who turns pink.” Well, this is true of my entire family.
^ funny saeki jonas zofia anahit tomas maren pelikan bram

@ jonas 2025-07-25 15:51 #pink-counts
The counts have come. Per millilitre, at 20 cm depth:

| | Tuesday | Thursday |
|---|---:|---:|
| green alga | 41,000 | 2,900 |
| ciliate | 12 | 1,860 |

The alga did not change colour; it was **eaten**. Saeki wins. The university has changed its page without a word: yesterday it said “stress pigments of an alga”, today “a grazing event”. I have kept the old passage, in the style of this house.
^ like saeki zofia oluwaseun anahit tomas hannes sorcha quidnunc yian

@ saeki +9h27m
I only had an old abstract and no wish to sleep. What pleases me most is that the observation of 2009 was made by a postman. He is thanked in the last line, with his route number.
^ like jonas anahit zofia eleni tomas sorcha maren bram

@ leilani +3h12m
Just for the file, from the other end of the world: it rained at Brightmere last night. The webcam is grey. Grey as ever. Four days, like the postman's.
^ like saeki jonas zofia anahit tomas

@ jonas +20m
I went swimming at lunch. It was water.
^ funny sorcha zofia tomas; like saeki leilani anahit

= science #coffee Preprint: coffee grounds “stop corrosion by 94 %”

@ zofia 2026-04-13 10:38 #coffee-start
Everyone has sent me this, so here it is. A preprint ([number 26-0417](https://preprints.example/26-0417)) puts an extract of coffee grounds on steel plates in salt water, and by the sixth paragraph of the press release ships will be painted with espresso. “Corrosion reduced by 94 %.” I have read all nineteen pages, and the notes.

- The plates: **four**, two of them with extract. So each arm is a pair of twins.
- The duration: 72 hours. Ships last longer, as a rule.
- The 94 %: the better one of the two plates. The other one has 31 %.
- The mean of the two, 62 %, stands nowhere. I had to make it myself.
^ like oluwaseun jonas tomas hannes bram anahit priya sorcha

@ oluwaseun +33m
With n = 2 you can compute a mean, and you can also go for a walk. The walk is more informative. Do they say why the other plate did badly?
^ funny zofia tomas priya jonas quidnunc; like hannes

@ zofia +18m
They do. “Plate B was affected by an incident with the container.” Supplement, page 3. The incident is shown in a photograph. It is a cat.
^ funny oluwaseun jonas tomas hannes sorcha pelikan bram quidnunc priya anahit maren mathilde leilani

@ bram +1h50m
We put coffee grounds into the bilge in the eighties. Not against rust, against the smell. The smell was beaten by 94 %.
^ funny zofia oluwaseun sorcha tomas quidnunc

@ quidnunc +2h4m #coffee-defence
I should like to defend these people, against my habits and yours. It is a *preprint*. They write “preliminary” nine times, they show both plates, and they have photographed the cat. The 94 stands only in the press release, and that was written by the university's office. We are about to laugh at the only honest party in the chain.
^ like zofia anahit jonas hannes oluwaseun tomas saeki

@ zofia +41m #coffee-agree
[quote #coffee-defence]
they show both plates, and they have photographed the cat
[/quote]

You are right, and I am a bit ashamed. I checked: in the paper itself, 94 is in table 3 and nowhere else. The abstract says “inhibition was observed, with large variation”. That is impeccable. I take back the tone and keep the arithmetic.
^ like quidnunc oluwaseun anahit tomas hannes jonas

@ mathilde +4h35m
I wrote to the first author, since I work in the same town (different building, similar cats). She thanks you for having read the supplement, “which makes three of us”. She asked the office in writing to leave the 94 out. A repetition with forty plates is running; results in autumn.
^ like zofia quidnunc oluwaseun jonas tomas anahit sorcha hannes; funny pelikan

@ mathilde 2026-10-19 09:05
Autumn. Forty plates, thirty days, blinded, pre-registered, cat excluded by protocol (section 2.4, I am not joking). Inhibition: **11 %**, interval 2 to 20. The office has declined to write a press release. She has framed the table.
^ like zofia oluwaseun quidnunc jonas anahit tomas bram hannes saeki sorcha priya maren

@ oluwaseun +27m
Eleven per cent, with an interval that excludes zero, after 94 with two plates. Show this to anyone who asks what replication is for. It is for turning a headline into a fact, and facts are generally about an eighth of the size.
^ like zofia mathilde quidnunc tomas rafael jonas priya tamsin

= science #queue How long is the queue in this photograph? (a method)

@ yian 2025-03-24 04:19 #queue-start
The union says that “two thousand” came to the gate on Saturday, the authority says “some hundreds”. There is one photograph from the footbridge. I counted by hand and then by machine, and I would like you to break the method.

Divide the picture into strips of equal *real* depth (the kerb stones are one metre each, so that is easy), count the heads in every fourth strip, and scale:

~~~python
strips = {4: 31, 8: 44, 12: 52, 16: 49, 20: 38, 24: 17}   # metre: heads
per_metre = sum(strips.values()) / len(strips)             # 38.5
length = 26                                                # metres seen
print(round(per_metre * length))                           # 1001
~~~

About a thousand. Everyone is wrong by a factor of two, and in opposite directions, which has a certain elegance.
^ like oluwaseun zofia jonas tomas priya saeki

@ jonas +3h32m #queue-strips
Nice. The weak point: strips of one metre at 24 m are four pixels high, and heads there hide one another. Your last two numbers are lower limits. If the density stays at about 49 up to the back, I get 1,180.
^ like yian oluwaseun zofia

@ oluwaseun +58m
And the photograph ends at 26 m, but does the crowd? I see a flag beyond the lamp post with nobody under it. Flags do not come by themselves. I would write: **1,000 to 1,400, one photograph, 11:42**. Give the minute! A crowd is a flow, not a stock.
^ like yian jonas zofia tomas priya

@ quidnunc +2h13m
Could both be right? Two thousand over the whole morning, some hundreds at any one minute?
^ like oluwaseun yian

@ oluwaseun +9m
Both could, and then neither has said what it counted. Which is where we live.
^ like quidnunc zofia yian jonas tomas maren

@ yian +7h6m
Repeated with the second photograph, taken at 12:15 by a bakery: 870. So the crowd was shrinking, and the first picture was near the peak. I have put both pictures and the counts [in one place](https://counting.example/aldersund-gate). Three people have re-counted strip 12, and got 52, 51 and 55. I can live with this.
^ like jonas oluwaseun zofia tomas saeki priya maren
`
