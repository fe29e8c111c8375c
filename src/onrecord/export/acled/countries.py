"""Countries by ISO 3166-1: ACLED's region and the number of each."""

from __future__ import annotations

from typing import Final

__all__ = ["NUMBERS", "REGIONS"]

# A region is left out where it was not read in ACLED's own lists.
_WRITTEN: Final = {
    "Northern Africa": "DZ 12 EG 818 LY 434 MA 504 SD 729 TN 788 EH 732",
    "Western Africa": (
        "BJ 204 BF 854 CV 132 CI 384 GM 270 GH 288 GN 324 GW 624 LR 430 ML 466 MR 478 NE 562 NG 566 SN 686 SL 694 TG 768"
    ),
    "Middle Africa": "AO 24 CM 120 CF 140 TD 148 CG 178 CD 180 GQ 226 GA 266 ST 678",
    "Eastern Africa": (
        "BI 108 KM 174 DJ 262 ER 232 ET 231 KE 404 MG 450 MW 454 MU 480 MZ 508 RW 646 SC 690 SO 706 SS 728 TZ 834 UG 800"
    ),
    "Southern Africa": "BW 72 SZ 748 LS 426 NA 516 ZA 710",
    "Middle East": "BH 48 IR 364 IQ 368 IL 376 JO 400 KW 414 LB 422 OM 512 PS 275 QA 634 SA 682 SY 760 TR 792 AE 784 YE 887",
    "Caucasus and Central Asia": "AF 4 AM 51 AZ 31 GE 268 KZ 398 KG 417 TJ 762 TM 795 UZ 860",
    "South Asia": "BD 50 BT 64 IN 356 MV 462 NP 524 PK 586 LK 144",
    "Southeast Asia": "BN 96 KH 116 TL 626 ID 360 LA 418 MY 458 MM 104 PH 608 SG 702 TH 764 VN 704",
    "East Asia": "CN 156 HK 344 JP 392 MO 446 MN 496 KP 408 KR 410 TW 158",
    "Europe": (
        "AL 8 AD 20 AT 40 BY 112 BE 56 BA 70 BG 100 HR 191 CY 196 CZ 203 DK 208 EE 233 FI 246 FR 250 DE 276 GR 300 HU 348"
        " IS 352 IE 372 IT 380 LV 428 LI 438 LT 440 LU 442 MT 470 MD 498 MC 492 ME 499 NL 528 MK 807 NO 578 PL 616 PT 620"
        " RO 642 RU 643 SM 674 RS 688 SK 703 SI 705 ES 724 SE 752 CH 756 UA 804 GB 826 VA 336"
    ),
    "Central America": "BZ 84 CR 188 SV 222 GT 320 HN 340 NI 558 PA 591",
    "South America": "AR 32 BO 68 BR 76 CL 152 CO 170 EC 218 GY 328 PY 600 PE 604 SR 740 UY 858 VE 862",
    "Caribbean": "AG 28 BS 44 BB 52 CU 192 DM 212 DO 214 GD 308 HT 332 JM 388 KN 659 LC 662 VC 670 TT 780 PR 630",
    "North America": "CA 124 MX 484 US 840",
    "Oceania": "AU 36 FJ 242 KI 296 MH 584 FM 583 NR 520 NZ 554 PW 585 PG 598 WS 882 SB 90 TO 776 TV 798 VU 548",
    "": "ZM 894 ZW 716",
}


def _pairs(written: str) -> dict[str, int]:
    words = written.split()
    return dict(zip(words[::2], map(int, words[1::2]), strict=True))


NUMBERS: Final = {code: number for written in _WRITTEN.values() for code, number in _pairs(written).items()}
"""The ISO number of each country, by its code of two letters."""
REGIONS: Final = {code: region for region, written in _WRITTEN.items() if region for code in _pairs(written)}
"""ACLED's region of each country, by its code of two letters."""
