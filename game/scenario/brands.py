"""Names of real companies, services, games and banks that a case had better not use.

Only widely known ones, and only such as no ordinary sentence contains: Apple, Steam, 小米 and 快手
are left out, for they are words as well, and so is 美团, which stands in 完美团队.
"""

from __future__ import annotations

# Whole words; capitals do not matter. The longest word of a name is not an ordinary one.
LATIN = (
    *("WeChat", "Weixin", "QQ", "Tencent", "Alipay", "Taobao", "Tmall", "Alibaba", "DingTalk"),
    *("Douyin", "TikTok", "ByteDance", "Kuaishou", "Weibo", "Xiaohongshu", "RedNote", "Bilibili"),
    *("Zhihu", "Baidu", "NetEase", "Meituan", "Pinduoduo", "Temu", "Shein", "Xianyu", "Huawei"),
    *("Xiaomi", "UnionPay", "ICBC", "HSBC", "Citibank", "PayPal", "Mastercard", "WhatsApp"),
    *("Instagram", "Facebook", "Twitter", "YouTube", "Snapchat", "Skype", "LinkedIn", "Google"),
    *("Microsoft", "Netflix", "Spotify", "eBay", "Reddit", "Wikipedia", "Nintendo", "PlayStation"),
    *("Xbox", "Roblox", "Minecraft", "Fortnite", "Valorant", "PUBG", "Genshin", "miHoYo"),
    *("Honor of Kings", "Honour of Kings", "League of Legends", "Bank of China"),
    *("China Mobile", "China Unicom", "China Telecom"),
)

# Anywhere in a sentence, unless it stands within one of the ordinary words after it.
CHINESE: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("微信", "腾讯", "支付宝", "淘宝", "天猫", "阿里巴巴", "钉钉", "抖音"), ()),
    **dict.fromkeys(("字节跳动", "微博", "小红书", "哔哩哔哩", "知乎", "拼多多", "闲鱼"), ()),
    **dict.fromkeys(("饿了么", "滴滴出行", "爱奇艺", "优酷", "大众点评", "云闪付", "米哈游"), ()),
    **dict.fromkeys(("中国银联", "中国银行", "工商银行", "建设银行", "农业银行", "招商银行"), ()),
    **dict.fromkeys(
        ("交通银行", "邮政储蓄银行", "中国移动", "中国联通", "中国电信", "顺丰速运"), ()
    ),
    **dict.fromkeys(("王者荣耀", "和平精英", "英雄联盟", "蛋仔派对", "迷你世界", "第五人格"), ()),
    **dict.fromkeys(("穿越火线", "明日方舟", "金铲铲之战"), ()),
    "华为": ("中华为", "才华为", "精华为", "年华为"),
    "京东": ("北京东", "南京东", "东京东"),
    "网易": ("上网易", "联网易", "入网易", "官网易"),
    "原神": ("还原神", "复原神", "中原神", "草原神", "高原神", "平原神"),
    "百度": ("一百度", "两百度", "三百度", "四百度", "五百度", "六百度", "几百度"),
}
