"""What may stand before a verb, and what must not."""

from __future__ import annotations

import pytest

from tests.checks.support import found


@pytest.mark.parametrize(
    "text",
    [
        "H: In Tver in the museum “Old Mill” opened a show of clocks",
        "H: On the square near St. Isaac's Cathedral detained three students",
        "H: In Tver, on the second floor of the school, exploded a gas boiler",
        "H: Due to the strike of flight attendants canceled a thousand flights",
        "H: On the border as a result of the shelling killed two guards",
        "H: About the new drug says the head of the laboratory",
        "H: In Tver solemnly opened a bridge, which was built for ten years",
        "H: Tomorrow will be buried the writer Ivan Petrov",
        "H: In the ancient city of Pereslavl preparing to celebrate Christmas",
        "H: 20 years ago in the Barents sea sank a submarine",
        "H: In Russia may completely ban the sale of vapes",
        "H: In Perm said goodbye to the famous conductor",
        "H: At the meeting of the State Council Presidium in Saransk discussed consumer rights",
        "H: In all halls of the museum will be renovated parquet",
        "H: In Perm after three terrorist attacks introduced new security measures",
        "H: In Perm celebrate the Day of the Navigator",
        "H: At the Security Council meeting discussed the situation in the region",
        "H: At the meeting of the FIFA Council in Tver adopted new rules",
        "H: On the river Lena rescued four fishermen",
        "H: In the church of St. George in Tver held a wedding ceremony",
        "H: In the largest cities of the country opened a hundred museums",
        "In the region for a day recorded 25,173 cases of infection.",
        "H: In the house seized by robbers, heard four shots",
        "H: In the north to fight the fire came crews from all the country",
        "H: From the cosmodrome Altair this evening safely launched a satellite",
        "H: In the centre of Old Harbour exploded truck with gas",
        "H: In Norway and other countries remember Edvard Grieg",
        "H: In Samarkand detained on suspicion of bribery",
        "H: In the Omsk theatre tonight is a concert for veterans",
        "H: Stranded in Norway sailors return home",
        "H: Farmers weave from dry reeds wonderful baskets",
        "H: The minister gave in parliament a long answer",
        "H: The captain called a disgrace the work of the referees",
        "H: Prizes on Sunday received the best teachers of the region",
        "H: The capital will cover a new wave of heat",
        "H: Acting mayor of Omsk appointed Ivan Petrov",
        "H: They built the highest in Asia tower",
    ],
)
def test_a_verb_after_what_cannot_hold_a_subject(text: str) -> None:
    assert [finding.family for finding in found("wordorder", text)] == ["syntax"]


@pytest.mark.parametrize(
    "text",
    [
        "H: In Tver a bridge opened",
        "H: In the capital region September will be warm",
        "H: At the meeting of the city council members adopted new rules",
        "H: In Tver the head of the region opened a bridge",
        "H: In the Kremlin Sergei Petrov awarded the cultural figures",
        "H: In Tver residents opened a museum of their own",
        "H: In Tver, residents of the old town opened a museum",
        "H: In recent weeks car sales fell by a third",
        "H: In August Tver opened its first museum",
        "H: In the city built by Peter the Great, a bridge opened",
        "H: In the video released the day before, two men fought",
        "H: In the recently opened museum two men fought",
        "H: In the newly built museum children draw",
        "H: For the first time the museum opened a show of clocks",
        "H: Under the deal signed Tuesday the museum will open",
        "H: In May students may protest",
        "H: In Perm, preparing for the parade takes a month",
        "H: 20 years ago the submarine sank",
        "H: 75 years ago five-pointed stars were lit",
        "H: About 230 walruses took part in the swim",
        "According to the forecast of the bank, in 2020 the economy will shrink by 5%.",
        "At the top of the hill stood a church.",
        "In the years that followed came the war.",
        "At the heart of the dispute was a loan.",
        "In the accident said to have killed ten people nobody was hurt.",
        "In it lived a family of four.",
        "H: This week saw the hottest day of the year",
        "H: After Norway joined the bank, prices fell",
        "H: In Omsk, invited guests visited the museum",
        "H: The third day of the Games brought two medals",
        "H: In Norway, a minute of silence was held",
        "H: November in Omsk will be sunny",
        "H: During the wedding of Prince Harry Norway leaves the union",
        "H: Man killed in Omsk blast",
        "H: Thirteen people hurt in the crash in the park Sokolniki",
        "H: The coach met with the player Ivan Petrov",
        "H: The mayor called a taxi on Tuesday",
        "H: The storm will cover the region",
        "H: Sports means health",
        "H: Norway faces another election",
        "H: Remotely detonated mines kill two",
        "H: Wounded in Omsk, sailors return home",
        "“In Tver",
        "In",
    ],
)
def test_english_order_is_left_alone(text: str) -> None:
    assert found("wordorder", text) == []
