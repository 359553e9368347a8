"""Which words make a number a QUANTITY, a PERCENT or MONEY, and under which name the unit is kept.

Data only: measure words, units of measure, counted nouns, currencies' signs and names, words of degree.
"""

# units kept under one name in both languages; everything else is kept as the text has it
UNIT_NAMES: dict[str, str] = {
    name: unit
    for unit, names in {
        "year": "年 周年 載 载 year years yr yrs year-old years-old",
        "month": "个月 個月 month months",
        "week": "周 週 星期 个星期 個星期 week weeks",
        "day": "天 day days",
        "hour": "小时 小時 个小时 個小時 hour hours hr hrs",
        "minute": "分钟 分鐘 minute minutes min mins",
        "second": "秒 秒钟 second seconds",
        "ms": "毫秒 millisecond milliseconds ms",
        "quarter": "个季度 quarters",
        "decade": "decade decades",
        "century": "个世纪 个世紀 世纪 century centuries",
        "x": "倍 times x X",
        "nm": "纳米 奈米 nm nanometer nanometers nanometre",
        "µm": "微米 μm um",
        "mm": "毫米 mm",
        "cm": "厘米 公分 cm centimeter centimeters centimetre centimetres",
        "m": "米 公尺 meter meters metre metres",
        "km": "公里 千米 km kilometer kilometers kilometre kilometres",
        "km²": "平方公里 平方千米",
        "m²": "平方米 平米 square-meters",
        "inch": "英寸 吋 inch inches",
        "foot": "英尺 foot feet ft",
        "mile": "英里 mile miles",
        "tonne": "吨 噸 公吨 ton tons tonne tonnes",
        "kg": "公斤 千克 kg kilogram kilograms kilo kilos",
        "g": "克 gram grams",
        "pound": "磅 lb lbs",
        "barrel": "桶 barrel barrels",
        "ounce": "盎司 ounce ounces oz",
        "litre": "升 liter liters litre litres",
        "mu": "亩 畝",
        "hectare": "公顷 公頃 hectare hectares",
        "acre": "英亩 acre acres",
        "W": "瓦 watt watts",
        "kW": "千瓦 kW kilowatt kilowatts",
        "MW": "兆瓦 MW megawatt megawatts",
        "GW": "吉瓦 GW gigawatt gigawatts",
        "kWh": "千瓦时 千瓦時 kWh 度电",
        "MWh": "兆瓦时 MWh",
        "GWh": "吉瓦时 GWh",
        "TWh": "TWh",
        "GB": "GB gigabytes",
        "TB": "TB terabytes",
        "MB": "MB megabytes",
        "PB": "PB",
        "GHz": "GHz",
        "MHz": "MHz",
        "Gbps": "Gbps",
        "TFLOPS": "TFLOPS",
        "TOPS": "TOPS",
        "mAh": "mAh",
        "°C": "摄氏度 攝氏度 ℃ °C",
        "°F": "°F",
        "bp": "基点 基點 个基点 個基點 bp bps basis-points basis-point",
        "point": "点 點 个点 points",
        "person": "人 person people persons",
        "parameter": "参数 參數 parameters parameter",
        "token": "token tokens Token Tokens 词元",
        "user": "用户 用戶 users",
        "share": "股 shares",
        "age": "岁 歲",
        "card": "卡",
    }.items()
    for name in names.split()
}

_MEASURE_WORDS = (
    "家 个 個 名 位 台 臺 张 張 辆 輛 架 艘 部 款 项 項 条 條 件 份 只 隻 支 枚 颗 顆 片 块 座 栋 棟 所 套 次 页 頁 篇 集 "
    "场 場 轮 輪 手 笔 筆 单 單 户 戶 桶 幅 组 組 层 層 席 票 核 字 词 匹 头 頭 株 棵 根 间 間 床 箱 瓶 袋 盒 本 册 冊 首 "
    "例 起 宗 类 類 种 種 万人次 人次 员工 員工 粉丝 粉絲 节点 節點 地址 订单 訂單 交易 艘次 架次 "
    "双 雙 对 對 道 处 處 批"
)
CHINESE_UNITS: tuple[str, ...] = tuple(
    sorted(
        {*_MEASURE_WORDS.split(), *(name for name in UNIT_NAMES if not name.isascii())} - {"载", "載"},
        key=len,
        reverse=True,
    )
)
ATTACHED_UNITS: tuple[str, ...] = tuple(
    sorted(
        "nm μm um mm cm km kg kW MW GW kWh MWh GWh TWh GB TB MB PB GHz MHz Gbps TFLOPS TOPS mAh ms x X bp bps ft lb lbs oz "
        "hrs yrs mins °C °F ℃ g".split(),
        key=len,
        reverse=True,
    )
)
# words after which a plural is no counted noun, or that are no nouns themselves though they end in s
NOT_COUNTED = frozenset(
    "is was has does as us this its his hers ours yours theirs plus less across versus towards always perhaps besides "
    "sometimes whereas unless thus yes vs says goes comes makes takes gives gets sees shows rises falls remains becomes "
    "adds means needs wants uses works runs according and or of in to the a an at by for on from per more than that which "
    "who with were are be been being had have will would could should may might must can after before since until while "
    "when where if but so nor not no into over under about between against during through within without because now "
    "then there here it he she they we you i him her them me my your their our each every all both some any these those "
    "percent pct trillion billion million thousand hundred dozen cents pence years-old am pm bst gmt et utc jan feb mar "
    "apr jun jul aug sep sept oct nov dec january february march april june july august september october november december "
    "also just still only even out up down off".split()
)
IRREGULAR_PLURALS = frozenset(
    "people men women children staff personnel troops police crew aircraft spacecraft homes households percent bps species "
    "data media criteria phenomena feet teeth mice geese cattle fish sheep series".split()
) - {"percent"}
# counted nouns that follow a four-digit number that could be a year
NEVER_AFTER_YEAR = frozenset(
    "people jobs workers employees staff troops men women children tons tonnes miles meters users".split()
)

PREFIX_CURRENCIES: dict[str, str] = {
    "US$": "USD", "USD": "USD", "U.S.$": "USD", "$": "USD", "HK$": "HKD", "HKD": "HKD", "NT$": "TWD", "NTD": "TWD", "A$": "AUD",
    "AU$": "AUD", "AUD": "AUD", "C$": "CAD", "CA$": "CAD", "CAD": "CAD", "S$": "SGD", "SGD": "SGD", "NZ$": "NZD", "R$": "BRL", "MX$": "MXN",
    "€": "EUR", "EUR": "EUR", "£": "GBP", "GBP": "GBP", "₩": "KRW", "KRW": "KRW", "₹": "INR", "Rs": "INR", "Rs.": "INR", "INR": "INR",
    "₽": "RUB", "RUB": "RUB", "₺": "TRY", "₫": "VND", "฿": "THB", "₱": "PHP", "₦": "NGN", "₪": "ILS", "₴": "UAH", "₿": "BTC", "R": "ZAR",
    "ZAR": "ZAR", "RM": "MYR", "RMB": "CNY", "CNY": "CNY", "CN¥": "CNY", "JPY": "JPY", "CHF": "CHF", "人民币": "CNY", "人民幣": "CNY",
    "港币": "HKD", "港幣": "HKD", "新台币": "TWD", "新臺幣": "TWD", "新台幣": "TWD", "美元": "USD", "SEK": "SEK", "NOK": "NOK", "DKK": "DKK",
    "KSh": "KES", "¥": "CNY",
}  # fmt: skip
SUFFIX_CURRENCIES: dict[str, str] = {
    "元人民币": "CNY", "元人民幣": "CNY", "人民币": "CNY", "人民幣": "CNY", "元": "CNY", "块钱": "CNY", "块錢": "CNY", "美元": "USD",
    "美金": "USD", "美刀": "USD", "港元": "HKD", "港币": "HKD", "港幣": "HKD", "欧元": "EUR", "歐元": "EUR", "英镑": "GBP", "英鎊": "GBP",
    "日元": "JPY", "日圆": "JPY", "日圓": "JPY", "円": "JPY", "韩元": "KRW", "韓元": "KRW", "韩圆": "KRW", "韓圜": "KRW", "新台币": "TWD",
    "新台幣": "TWD", "新臺幣": "TWD", "台币": "TWD", "台幣": "TWD", "卢布": "RUB", "盧布": "RUB", "卢比": "INR", "盧比": "INR",
    "瑞士法郎": "CHF", "瑞郎": "CHF", "法郎": "CHF", "澳元": "AUD", "澳币": "AUD", "加元": "CAD", "加拿大元": "CAD", "新加坡元": "SGD",
    "新元": "SGD", "新西兰元": "NZD", "泰铢": "THB", "泰銖": "THB", "越南盾": "VND", "印尼盾": "IDR", "林吉特": "MYR", "令吉": "MYR",
    "比索": "PHP", "雷亚尔": "BRL", "兰特": "ZAR", "里拉": "TRY", "迪拉姆": "AED", "里亚尔": "SAR", "澳门元": "MOP", "澳門元": "MOP",
    "枚比特币": "BTC", "个比特币": "BTC", "枚以太坊": "ETH",
    "us dollars": "USD", "u.s. dollars": "USD", "american dollars": "USD", "hong kong dollars": "HKD", "australian dollars": "AUD",
    "canadian dollars": "CAD", "singapore dollars": "SGD", "new taiwan dollars": "TWD", "dollars": "USD", "dollar": "USD",
    "yuan": "CNY", "renminbi": "CNY", "rmb": "CNY", "euros": "EUR", "euro": "EUR", "pounds sterling": "GBP", "pounds": "GBP", "pound": "GBP",
    "yen": "JPY", "won": "KRW", "indian rupees": "INR", "rupees": "INR", "rubles": "RUB", "roubles": "RUB", "rand": "ZAR", "ringgit": "MYR",
    "swiss francs": "CHF", "francs": "CHF", "baht": "THB", "dong": "VND", "rupiah": "IDR", "dirhams": "AED", "riyals": "SAR", "reais": "BRL",
    "kronor": "SEK", "kroner": "NOK", "zloty": "PLN", "lira": "TRY", "shekels": "ILS", "shillings": "KES", "naira": "NGN", "hryvnia": "UAH",
    "usd": "USD", "eur": "EUR", "gbp": "GBP", "jpy": "JPY", "cny": "CNY", "hkd": "HKD", "krw": "KRW", "inr": "INR", "aud": "AUD",
    "cad": "CAD", "chf": "CHF", "sgd": "SGD", "twd": "TWD", "€": "EUR", "£": "GBP",
    "usdt": "USDT", "usdc": "USDC", "btc": "BTC", "bitcoin": "BTC", "bitcoins": "BTC", "eth": "ETH", "ether": "ETH", "bnb": "BNB",
    "xrp": "XRP", "doge": "DOGE", "trx": "TRX", "dai": "DAI", "sats": "SATS",
}  # fmt: skip
# case matters for these: `5 ETH` is money, `5 eth` nothing
UPPER_CASE_CURRENCIES = frozenset(
    "usd eur gbp jpy cny hkd krw inr aud cad chf sgd twd rmb usdt usdc btc eth bnb xrp doge trx dai".split()
)
