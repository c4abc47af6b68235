<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>DiagnosticsWords</name>
    <message>
        <source>System</source>
        <translation>操作系统</translation>
    </message>
    <message>
        <source>Screen toolkit</source>
        <translation>界面组件</translation>
    </message>
    <message>
        <source>Encryption of the store</source>
        <translation>存储加密</translation>
    </message>
    <message>
        <source>Secure connections</source>
        <translation>安全连接</translation>
    </message>
    <message>
        <source>Chinese texts</source>
        <translation>中文文本</translation>
    </message>
    <message>
        <source>Fonts</source>
        <translation>字体</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Kinds of card readers</source>
        <translation>读卡器类型</translation>
    </message>
    <message>
        <source>Keychain</source>
        <translation>密钥环</translation>
    </message>
    <message>
        <source>Encrypted store</source>
        <translation>加密存储</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>交换平台</translation>
    </message>
    <message>
        <source>Card readers</source>
        <translation>读卡器</translation>
    </message>
    <message>
        <source>The store would not be encrypted: install the program again.</source>
        <translation>存储将无法加密，请重新安装程序。</translation>
    </message>
    <message>
        <source>No secure connection is possible: install the program again.</source>
        <translation>无法建立安全连接，请重新安装程序。</translation>
    </message>
    <message>
        <source>The Chinese texts are missing: install the program again.</source>
        <translation>缺少中文文本，请重新安装程序。</translation>
    </message>
    <message>
        <source>The Chinese texts of standard dialogs are missing: install the program again.</source>
        <translation>缺少标准对话框的中文文本，请重新安装程序。</translation>
    </message>
    <message>
        <source>No font has the Chinese of a form: install a Chinese font.</source>
        <translation>没有字体能显示表单中的汉字，请安装中文字体。</translation>
    </message>
    <message>
        <source>No font has letters and digits: install a font.</source>
        <translation>没有字体能显示字母和数字，请安装字体。</translation>
    </message>
    <message>
        <source>Photos and faces cannot be shown: install the program again.</source>
        <translation>无法显示照片和证照照面，请重新安装程序。</translation>
    </message>
    <message>
        <source>The demo cannot start: install the program again.</source>
        <translation>演示无法启动，请重新安装程序。</translation>
    </message>
    <message>
        <source>The encrypted store cannot be opened: its page says what to do.</source>
        <translation>加密存储无法打开，处理办法见该页面。</translation>
    </message>
    <message>
        <source>No keychain in this session: no store can be opened in it.</source>
        <translation>当前会话没有密钥环，无法打开存储。</translation>
    </message>
    <message>
        <source>The keychain is locked: unlock it.</source>
        <translation>密钥环已锁定，请解锁。</translation>
    </message>
    <message>
        <source>The computer trusts no authority: the exchange needs a CA file.</source>
        <translation>本机没有受信任的证书颁发机构，需为交换平台指定证书文件。</translation>
    </message>
    <message>
        <source>Some names will show boxes: install a font with rare characters.</source>
        <translation>部分姓名会显示为方框，请安装含生僻字的字体。</translation>
    </message>
    <message>
        <source>This version does not print.</source>
        <translation>此版本不支持打印。</translation>
    </message>
    <message>
        <source>Readers on a serial line do not work in this version.</source>
        <translation>此版本不支持串口读卡器。</translation>
    </message>
    <message>
        <source>No card reader is set up.</source>
        <translation>未设置读卡器。</translation>
    </message>
    <message>
        <source>A reader does not work: the reader button at the top says why.</source>
        <translation>有读卡器无法工作，原因见窗口上方的读卡器按钮。</translation>
    </message>
    <message>
        <source>The exchange cannot be reached; work goes on and is sent later.</source>
        <translation>无法连接交换平台；可继续收件，联网后自动送达。</translation>
    </message>
    <message>
        <source>The exchange refused a step of a case: see the cases.</source>
        <translation>交换平台退回了办件中的某一步，请查看办件。</translation>
    </message>
    <message>
        <source>Report for support, without personal data: %1</source>
        <extracomment>%1 path of a file</extracomment>
        <translation>供技术支持使用的报告（不含个人信息）：%1</translation>
    </message>
    <message>
        <source>The exchange&apos;s catalogue of items cannot be taken: the page Sync says why.</source>
        <translation>交换平台的事项目录无法采用，原因见“同步”页。</translation>
    </message>
    <message>
        <source>The store on this computer does not do its part, for example because its disk is full: look up the code in the help.</source>
        <translation>本机数据库无法正常读写，例如磁盘已满：请按代码查看处理办法。</translation>
    </message>
    <message>
        <source>Settings of this computer</source>
        <translation>本机设置</translation>
    </message>
    <message>
        <source>A lock of the administrator cannot be understood: everything is locked until hall IT corrects it.</source>
        <translation>管理员设定的锁定项无法识别：在大厅信息人员更正之前，全部选项均已锁定。</translation>
    </message>
    <message>
        <source>A setting of the administrator has a value that cannot be used: hall IT corrects it.</source>
        <translation>管理员设定的一项参数取值无法使用：请大厅信息人员更正。</translation>
    </message>
</context>
<context>
    <name>FailureHelp</name>
    <message>
        <source>Something went wrong that has no help text yet.</source>
        <translation>发生了尚无说明的问题。</translation>
    </message>
    <message>
        <source>Note the code and tell the hall&apos;s IT.</source>
        <translation>请记下代码并告知大厅信息人员。</translation>
    </message>
    <message>
        <source>Hall IT</source>
        <translation>大厅信息人员</translation>
    </message>
    <message>
        <source>Clerk</source>
        <extracomment>who acts on a failure: the person at the window</extracomment>
        <translation>窗口人员</translation>
    </message>
    <message>
        <source>Supplier</source>
        <translation>供应商</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>%1 cause of a failure, %2 its code</extracomment>
        <translation>%1（%2）</translation>
    </message>
</context>
<context>
    <name>GuideWords</name>
    <message>
        <source>Administrative power</source>
        <extracomment>Kinds of administrative matters in the catalogue of a government service hall.</extracomment>
        <translation>行政权力</translation>
    </message>
    <message>
        <source>Administrative licence</source>
        <translation>行政许可</translation>
    </message>
    <message>
        <source>Administrative penalty</source>
        <translation>行政处罚</translation>
    </message>
    <message>
        <source>Administrative coercion</source>
        <translation>行政强制</translation>
    </message>
    <message>
        <source>Administrative levy</source>
        <translation>行政征收</translation>
    </message>
    <message>
        <source>Administrative payment</source>
        <translation>行政给付</translation>
    </message>
    <message>
        <source>Administrative inspection</source>
        <translation>行政检查</translation>
    </message>
    <message>
        <source>Administrative confirmation</source>
        <translation>行政确认</translation>
    </message>
    <message>
        <source>Administrative reward</source>
        <translation>行政奖励</translation>
    </message>
    <message>
        <source>Administrative ruling</source>
        <translation>行政裁决</translation>
    </message>
    <message>
        <source>Other administrative matter</source>
        <translation>其他行政权力</translation>
    </message>
    <message>
        <source>Public service</source>
        <translation>公共服务</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>在用</translation>
    </message>
    <message>
        <source>National level</source>
        <translation>国家级</translation>
    </message>
    <message>
        <source>Provincial level</source>
        <translation>省级</translation>
    </message>
    <message>
        <source>County level</source>
        <translation>县级</translation>
    </message>
    <message>
        <source>Township level</source>
        <translation>镇（乡、街道）级</translation>
    </message>
    <message>
        <source>Village level</source>
        <translation>村（社区）级</translation>
    </message>
    <message>
        <source>Levels by grade</source>
        <translation>分级管理</translation>
    </message>
    <message>
        <source>City level</source>
        <translation>市级</translation>
    </message>
    <message>
        <source>Organisation authorised by law</source>
        <translation>法律法规授权组织</translation>
    </message>
    <message>
        <source>Entrusted organisation</source>
        <translation>受委托组织</translation>
    </message>
    <message>
        <source>Other body</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Statutory body</source>
        <translation>法定机关</translation>
    </message>
    <message>
        <source>Devolved from a higher level</source>
        <translation>上级下放</translation>
    </message>
    <message>
        <source>Authorised by a higher level</source>
        <translation>上级授权</translation>
    </message>
    <message>
        <source>Entrusted by a higher level</source>
        <translation>上级委托</translation>
    </message>
    <message>
        <source>Statutory power of this level</source>
        <translation>法定本级行使</translation>
    </message>
    <message>
        <source>Enterprises</source>
        <translation>企业法人</translation>
    </message>
    <message>
        <source>Public institutions</source>
        <translation>事业法人</translation>
    </message>
    <message>
        <source>Social organisations</source>
        <translation>社会组织法人</translation>
    </message>
    <message>
        <source>Unincorporated businesses</source>
        <translation>非法人企业</translation>
    </message>
    <message>
        <source>Government bodies</source>
        <translation>行政机关</translation>
    </message>
    <message>
        <source>Other organisations</source>
        <translation>其他组织</translation>
    </message>
    <message>
        <source>Natural persons</source>
        <translation>自然人</translation>
    </message>
    <message>
        <source>Website</source>
        <translation>网上办理</translation>
    </message>
    <message>
        <source>Mobile app</source>
        <translation>移动端办理</translation>
    </message>
    <message>
        <source>By courier</source>
        <translation>快递申请</translation>
    </message>
    <message>
        <source>Another way</source>
        <translation>其他方式</translation>
    </message>
    <message>
        <source>At the window</source>
        <translation>窗口办理</translation>
    </message>
    <message>
        <source>Only where it belongs</source>
        <translation>不通办</translation>
    </message>
    <message>
        <source>Across provinces</source>
        <translation>跨省通办</translation>
    </message>
    <message>
        <source>Across cities of the province</source>
        <translation>省内跨市通办</translation>
    </message>
    <message>
        <source>Across counties of the city</source>
        <translation>市内跨县通办</translation>
    </message>
    <message>
        <source>In the whole country</source>
        <translation>全国通办</translation>
    </message>
    <message>
        <source>Hearing</source>
        <translation>听证</translation>
    </message>
    <message>
        <source>Expert review</source>
        <translation>专家评审</translation>
    </message>
    <message>
        <source>Examination</source>
        <translation>检验检测</translation>
    </message>
    <message>
        <source>Check on the spot</source>
        <translation>现场核查</translation>
    </message>
    <message>
        <source>Public notice</source>
        <translation>公示公告</translation>
    </message>
    <message>
        <source>Appraisal</source>
        <translation>鉴定评估</translation>
    </message>
    <message>
        <source>Enquiry at another office</source>
        <translation>函询协查</translation>
    </message>
    <message>
        <source>Other procedure</source>
        <translation>其他程序</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>证照</translation>
    </message>
    <message>
        <source>Approval document</source>
        <translation>批文</translation>
    </message>
    <message>
        <source>Other result</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>on paper</source>
        <translation>纸质</translation>
    </message>
    <message>
        <source>as a file</source>
        <translation>电子</translation>
    </message>
    <message>
        <source>on paper or as a file</source>
        <translation>纸质或电子均可</translation>
    </message>
    <message>
        <source>issued by an authority</source>
        <translation>政府部门核发</translation>
    </message>
    <message>
        <source>made by an expert body</source>
        <translation>中介机构出具</translation>
    </message>
    <message>
        <source>made by others</source>
        <translation>其他单位出具</translation>
    </message>
    <message>
        <source>made by the applicant</source>
        <translation>申请人自备</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>By the window, with the receipt</source>
        <translation>由窗口收件时受理</translation>
    </message>
    <message>
        <source>By the department, within %1</source>
        <extracomment>%1: a time limit, for example &quot;5 working days&quot;</extracomment>
        <translation>由部门审查后受理，%1内答复</translation>
    </message>
</context>
<context>
    <name>ReturnedWords</name>
    <message>
        <source>The exchange returned receipt %1; the case is a draft again.</source>
        <translation>收件凭证 %1 被交换平台退回，办件已恢复为草稿。</translation>
    </message>
    <message>
        <source>%1: the certificate that was listed is no longer valid.</source>
        <translation>%1：原列出的证照已失效。</translation>
    </message>
    <message>
        <source>%1: missing at the exchange.</source>
        <translation>%1：交换平台认为尚缺。</translation>
    </message>
    <message>
        <source>The list of certificates is older than that answer: read the applicant&apos;s card again, or list with their consent.</source>
        <translation>证照清单早于该答复：请重新读取申请人证件，或经其同意后重新查询。</translation>
    </message>
</context>
<context>
    <name>StartWords</name>
    <message>
        <source>Setting: %1 (%2)</source>
        <extracomment>%1 name of a setting, %2 where the settings of the computer lie</extracomment>
        <translation>设置项：%1（%2）</translation>
    </message>
    <message>
        <source>For hall IT: %1</source>
        <extracomment>%1 technical detail in English</extracomment>
        <translation>供大厅信息人员参考：%1</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Suspended</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Rescinded</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已注销</translation>
    </message>
    <message>
        <source>Lapsed</source>
        <translation>已失效</translation>
    </message>
    <message>
        <source>Moved away</source>
        <translation>已迁出</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>已吊销</translation>
    </message>
    <message>
        <source>Unclear</source>
        <translation>状态不明</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>已过期</translation>
    </message>
    <message numerus="yes">
        <source>Expires in %n day(s)</source>
        <translation>
            <numerusform>%n 天后到期</numerusform>
        </translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>有效</translation>
    </message>
    <message>
        <source>From certificate</source>
        <translation>免提交</translation>
    </message>
    <message>
        <source>Original seen</source>
        <translation>原件核验</translation>
    </message>
    <message>
        <source>File attached</source>
        <translation>已附文件</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>申请人声明</translation>
    </message>
    <message>
        <source>Promised</source>
        <translation>已承诺</translation>
    </message>
    <message>
        <source>Follows later</source>
        <translation>容缺后补</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>待采集</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>已收件</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>已受理</translation>
    </message>
    <message>
        <source>In review</source>
        <translation>审查中</translation>
    </message>
    <message>
        <source>Correction asked</source>
        <translation>补正中</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>已准予</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>未通过</translation>
    </message>
    <message>
        <source>Not accepted</source>
        <translation>不予受理</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>已办结</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>在办</translation>
    </message>
    <message>
        <source>Discarded</source>
        <translation>已废弃</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>正在发送</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>已确认</translation>
    </message>
    <message>
        <source>Waiting, last try failed</source>
        <translation>等待，上次未成功</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) overdue</source>
        <translation>
            <numerusform>超期 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>Due today</source>
        <translation>今日到期</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>剩 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>Male</source>
        <translation>男</translation>
    </message>
    <message>
        <source>Female</source>
        <translation>女</translation>
    </message>
    <message>
        <source>Sex not stated</source>
        <translation>未说明性别</translation>
    </message>
    <message>
        <source>Sex unknown</source>
        <translation>性别未知</translation>
    </message>
    <message>
        <source>Resident identity card</source>
        <translation>居民身份证</translation>
    </message>
    <message>
        <source>Reviewer</source>
        <translation>审批人员</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>值班长</translation>
    </message>
    <message>
        <source>Auditor</source>
        <translation>审计人员</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>管理员</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>Window clerk</source>
        <translation>综窗人员</translation>
    </message>
    <message>
        <source>Own</source>
        <translation>本人的</translation>
    </message>
    <message>
        <source>Spouse</source>
        <translation>配偶</translation>
    </message>
    <message>
        <source>Child</source>
        <translation>子女</translation>
    </message>
    <message>
        <source>Parent</source>
        <translation>父母</translation>
    </message>
    <message>
        <source>Deceased</source>
        <translation>逝者</translation>
    </message>
    <message>
        <source>Household</source>
        <translation>本户</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>代办人</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>申请人</translation>
    </message>
    <message>
        <source>Trust level A</source>
        <translation>可信等级甲</translation>
    </message>
    <message>
        <source>Trust level B</source>
        <translation>可信等级乙</translation>
    </message>
    <message>
        <source>Trust level C</source>
        <translation>可信等级丙</translation>
    </message>
    <message>
        <source>Trust level D</source>
        <translation>可信等级丁</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>即办</translation>
    </message>
    <message numerus="yes">
        <source>%n calendar day(s)</source>
        <translation>
            <numerusform>%n 个自然日</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n 个月</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s)</source>
        <translation>
            <numerusform>%n 年</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n working day(s)</source>
        <translation>
            <numerusform>%n 个工作日</numerusform>
        </translation>
    </message>
    <message>
        <source>Statement by applicant</source>
        <translation>申请人声明</translation>
    </message>
    <message>
        <source>Promise</source>
        <translation>告知承诺</translation>
    </message>
    <message>
        <source>Optional</source>
        <translation>非必要</translation>
    </message>
    <message>
        <source>May follow later</source>
        <translation>可容缺</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>必要</translation>
    </message>
    <message>
        <source>Read from ID card</source>
        <translation>读自身份证</translation>
    </message>
    <message>
        <source>From answer</source>
        <translation>来自情形</translation>
    </message>
    <message>
        <source>Typed</source>
        <translation>手工录入</translation>
    </message>
    <message>
        <source>From earlier case</source>
        <translation>来自以往办件</translation>
    </message>
    <message>
        <source>Case opened</source>
        <translation>新建办件</translation>
    </message>
    <message>
        <source>Applicant set</source>
        <translation>确定申请人</translation>
    </message>
    <message>
        <source>Agent changed</source>
        <translation>变更代办人</translation>
    </message>
    <message>
        <source>Item added</source>
        <translation>添加事项</translation>
    </message>
    <message>
        <source>Item removed</source>
        <translation>移除事项</translation>
    </message>
    <message>
        <source>Life event chosen</source>
        <translation>选择一件事</translation>
    </message>
    <message>
        <source>Situation answered</source>
        <translation>回答情形</translation>
    </message>
    <message>
        <source>Form field changed</source>
        <translation>修改表单</translation>
    </message>
    <message>
        <source>Material changed</source>
        <translation>更新材料</translation>
    </message>
    <message>
        <source>Materials received</source>
        <translation>收件</translation>
    </message>
    <message>
        <source>Draft discarded</source>
        <translation>废弃草稿</translation>
    </message>
    <message>
        <source>Case withdrawn</source>
        <translation>撤回办件</translation>
    </message>
    <message>
        <source>Review started</source>
        <translation>开始审查</translation>
    </message>
    <message>
        <source>Correction answered</source>
        <translation>答复补正</translation>
    </message>
    <message>
        <source>Clock paused</source>
        <translation>暂停计时</translation>
    </message>
    <message>
        <source>Clock resumed</source>
        <translation>恢复计时</translation>
    </message>
    <message>
        <source>Other change</source>
        <translation>其他变更</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>待发送</translation>
    </message>
    <message>
        <source>Due soon</source>
        <translation>临近到期</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>All cases</source>
        <translation>全部办件</translation>
    </message>
    <message numerus="yes">
        <source>about %n day(s) left</source>
        <extracomment>the due day is provisional: the holidays of its year are not published yet</extracomment>
        <translation>
            <numerusform>约剩 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (provisional)</source>
        <translation>%1（暂定）</translation>
    </message>
    <message>
        <source>Made by this case</source>
        <translation>本办件产生</translation>
    </message>
    <message>
        <source>Optional, left out</source>
        <extracomment>a material that may be left out and was</extracomment>
        <translation>选交，未交</translation>
    </message>
    <message>
        <source>From certificate</source>
        <comment>source of a form field</comment>
        <translation>来自证照</translation>
    </message>
    <message>
        <source>Entrusted agent</source>
        <translation>委托代理人</translation>
    </message>
    <message>
        <source>Guardian</source>
        <translation>监护人</translation>
    </message>
    <message>
        <source>Legal representative</source>
        <translation>法定代表人</translation>
    </message>
    <message>
        <source>suspended from %1 to %2</source>
        <translation>%1 至 %2 暂停办理</translation>
    </message>
    <message>
        <source>suspended since %1</source>
        <translation>自 %1 起暂停办理</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 since when an item is suspended, %2 why</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Awaiting acceptance</source>
        <extracomment>materials are received; the department has not yet said whether it accepts (待受理)</extracomment>
        <translation>待受理</translation>
    </message>
    <message>
        <source>Counts as accepted: no answer in time</source>
        <extracomment>nobody answered within the legal limit, so the part counts as accepted from the day of receipt (逾期视为受理)</extracomment>
        <translation>逾期未答复，视为受理</translation>
    </message>
    <message>
        <source>Legal basis: %1</source>
        <translation>依据：%1</translation>
    </message>
    <message>
        <source>HK/Macao/Taiwan permit</source>
        <translation>港澳台居民居住证</translation>
    </message>
    <message>
        <source>Foreigner&apos;s card (2017)</source>
        <translation>外国人永居证（2017 版）</translation>
    </message>
    <message>
        <source>Foreigner&apos;s card (2023)</source>
        <translation>外国人永居证（2023 版）</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Returned</source>
        <extracomment>tag of a case: the exchange refused its last step (退回)
----------
cases of which the exchange refused the last step (退回)</extracomment>
        <translation>退回</translation>
    </message>
    <message>
        <source>At most %1 characters; these are %2.</source>
        <extracomment>under a text field: %1 the most characters it may hold, %2 how many stand there</extracomment>
        <translation>最多 %1 个字，现有 %2 个字，请删减。</translation>
    </message>
    <message>
        <source>Attach files…</source>
        <translation>附文件…</translation>
    </message>
    <message>
        <source>Not attached: %1</source>
        <extracomment>%1 names of files</extracomment>
        <translation>未添加：%1</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <extracomment>%1 names of files</extracomment>
        <translation>
            <numerusform>%1，另有 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Preset</source>
        <comment>source of a form field</comment>
        <translation>默认值</translation>
    </message>
    <message>
        <source>, </source>
        <extracomment>between the names or words of a list</extracomment>
        <translation>、</translation>
    </message>
    <message>
        <source>; </source>
        <extracomment>between the points that a department wrote one below the other</extracomment>
        <translation>；</translation>
    </message>
</context>
<context>
    <name>yichuang::ui::AgentCard</name>
    <message>
        <source>Agent</source>
        <translation>代办人</translation>
    </message>
    <message>
        <source>Relation</source>
        <translation>关系</translation>
    </message>
    <message>
        <source>Relation to the applicant</source>
        <translation>与申请人关系</translation>
    </message>
    <message>
        <source>Authorised until</source>
        <translation>授权至</translation>
    </message>
    <message>
        <source>Place the agent&apos;s card</source>
        <translation>请放置代办人证件</translation>
    </message>
    <message>
        <source>Not added</source>
        <translation>未添加</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Add Ctrl+3</source>
        <translation>添加 Ctrl+3</translation>
    </message>
    <message>
        <source>Acts as</source>
        <translation>身份</translation>
    </message>
    <message>
        <source>By what right the agent acts</source>
        <translation>代办人以何身份办理</translation>
    </message>
    <message>
        <source>Persons, matter, term compared</source>
        <translation>已核对人员、事项和期限</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>手机</translation>
    </message>
    <message>
        <source>Agent&apos;s phone</source>
        <translation>代办人手机</translation>
    </message>
    <message>
        <source>Type in without a card Shift+F4</source>
        <translation>无证手工录入 Shift+F4</translation>
    </message>
    <message>
        <source>Chip read</source>
        <translation>芯片读取</translation>
    </message>
    <message>
        <source>Typed</source>
        <translation>手工录入</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>尚无</translation>
    </message>
    <message>
        <source>This is no day: write it like 2026-01-31.</source>
        <translation>不是有效日期，请按 2026-01-31 的格式填写。</translation>
    </message>
    <message>
        <source>The authorisation has ended: a new one is needed.</source>
        <translation>授权已过期，需要新的授权。</translation>
    </message>
</context>
<context>
    <name>yichuang::ui::ApplicantCard</name>
    <message>
        <source>Applicant</source>
        <translation>申请人</translation>
    </message>
    <message>
        <source>Read ID card</source>
        <translation>读身份证</translation>
    </message>
    <message>
        <source>Place the ID card on the reader</source>
        <translation>请将身份证放在读卡器上</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>号码</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Show the whole number; it is recorded</source>
        <translation>显示完整号码，将留下记录</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>住址</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>有效</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>手机</translation>
    </message>
    <message>
        <source>Applicant&apos;s phone</source>
        <translation>申请人手机</translation>
    </message>
    <message>
        <source>Type in without a card F4</source>
        <translation>无证手工录入 F4</translation>
    </message>
    <message>
        <source>Chip read</source>
        <translation>芯片读取</translation>
    </message>
    <message>
        <source>Typed</source>
        <translation>手工录入</translation>
    </message>
    <message>
        <source>long-term</source>
        <translation>长期</translation>
    </message>
    <message>
        <source>Person and certificates appear by themselves. The last case stays saved.</source>
        <translation>读取后自动显示人员和证照，上一办件已保存。</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>尚无</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>证件已过期</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>有效期内</translation>
    </message>
    <message>
        <source>age %1</source>
        <translation>%1 岁</translation>
    </message>
    <message>
        <source>Newest address in the chip; printed: %1</source>
        <extracomment>%1 the address on the face of the card, which a newer one in the chip replaced</extracomment>
        <translation>已取芯片中的最新住址；卡面住址：%1</translation>
    </message>
    <message>
        <source>The card left before its newest address was read. Place it again.</source>
        <translation>卡片移开过早，未读到最新住址，请重新放卡。</translation>
    </message>
    <message>
        <source>pass %1</source>
        <translation>通行证号码 %1</translation>
    </message>
</context>
<context>
    <name>yichuang::ui::CaseColumn</name>
    <message>
        <source>Case</source>
        <translation>办件</translation>
    </message>
    <message>
        <source>Discard…</source>
        <translation>废弃…</translation>
    </message>
    <message>
        <source>Items and materials of the case</source>
        <translation>办件的事项和材料</translation>
    </message>
    <message>
        <source>Save Ctrl+S</source>
        <translation>暂存 Ctrl+S</translation>
    </message>
    <message>
        <source>Receive  F9</source>
        <translation>受理  F9</translation>
    </message>
    <message>
        <source>Why the draft is discarded</source>
        <translation>废弃草稿的原因</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>废弃</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>%1 &quot;n departments&quot;, %2 &quot;n items&quot;</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message numerus="yes">
        <source>%n department(s)</source>
        <translation>
            <numerusform>%n 部门</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n 事项</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n exempt</source>
        <translation>
            <numerusform>%n 免提交</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n taken</source>
        <translation>
            <numerusform>%n 已收取</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missing</source>
        <translation>
            <numerusform>%n 待采集</numerusform>
        </translation>
    </message>
    <message>
        <source>the applicant</source>
        <translation>申请人</translation>
    </message>
    <message>
        <source>an item or life event</source>
        <translation>事项或一件事</translation>
    </message>
    <message>
        <source>the agent&apos;s authority</source>
        <translation>代办人授权</translation>
    </message>
    <message numerus="yes">
        <source>%n missing: %1 (%2)</source>
        <translation>
            <numerusform>还差 %n 项：%1（%2）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missing: %1</source>
        <translation>
            <numerusform>还差 %n 项：%1</numerusform>
        </translation>
    </message>
    <message>
        <source>Cannot go on: %1</source>
        <translation>不能继续：%1</translation>
    </message>
    <message>
        <source>Read</source>
        <extracomment>the five steps of a case, as short as can be: read the card, list certificates, choose items, check materials, confirm</extracomment>
        <translation>读证</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>No case open</source>
        <translation>没有打开的办件</translation>
    </message>
    <message>
        <source>A card on the reader opens one.</source>
        <translation>读取证件即新建办件。</translation>
    </message>
    <message>
        <source>No item chosen</source>
        <translation>尚未选择事项</translation>
    </message>
    <message>
        <source>Choose a life event or items: Alt+2.</source>
        <translation>请选择一件事或事项：Alt+2。</translation>
    </message>
    <message numerus="yes">
        <source>%n later</source>
        <translation>
            <numerusform>%n 容缺</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Materials %n: %1</source>
        <extracomment>%1 counts of materials by how they are satisfied</extracomment>
        <translation>
            <numerusform>材料 %n 份：%1</numerusform>
        </translation>
    </message>
    <message>
        <source>List</source>
        <translation>取证照</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>选事项</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>核材料</translation>
    </message>
    <message>
        <source>Next applicant Ctrl+N</source>
        <translation>下一位 Ctrl+N</translation>
    </message>
    <message>
        <source>the agent&apos;s relation to the applicant</source>
        <translation>代办人与申请人的关系</translation>
    </message>
    <message>
        <source>the day until which the agent is authorised</source>
        <translation>委托截止日期</translation>
    </message>
    <message numerus="yes">
        <source>%n optional</source>
        <extracomment>materials that may be left out and are</extracomment>
        <translation>
            <numerusform>%n 可不交</numerusform>
        </translation>
    </message>
    <message>
        <source>Type</source>
        <extracomment>in place of &quot;Read&quot;: the applicant was typed in without a card; as short as the other steps</extracomment>
        <translation>录入</translation>
    </message>
</context>
<context>
    <name>yichuang::ui::CaseDetailPane</name>
    <message>
        <source>Close Esc</source>
        <translation>关闭 Esc</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Show the whole number; it is recorded</source>
        <translation>显示完整号码，将留下记录</translation>
    </message>
    <message>
        <source>Parts of the case</source>
        <translation>办件的部门环节</translation>
    </message>
    <message>
        <source>Continue draft</source>
        <translation>继续办理</translation>
    </message>
    <message>
        <source>Withdraw case…</source>
        <translation>撤回办件…</translation>
    </message>
    <message>
        <source>Why the case is withdrawn</source>
        <translation>撤回办件的原因</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Hand in…</source>
        <translation>补交材料…</translation>
    </message>
    <message>
        <source>Attached files</source>
        <translation>已附文件</translation>
    </message>
    <message>
        <source>A draft of %1, who goes on with it.</source>
        <extracomment>%1 the clerk who fills it</extracomment>
        <translation>此为%1的草稿，由其本人继续办理。</translation>
    </message>
</context>
<context>
    <name>yichuang::ui::CaseListDelegate</name>
    <message numerus="yes">
        <source>%n item(s) share it</source>
        <translation>
            <numerusform>%n 事项共用</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>yichuang::ui::CaseListModel</name>
    <message>
        <source>after %1</source>
        <translation>待%1</translation>
    </message>
    <message numerus="yes">
        <source>%n missing · F6</source>
        <translation>
            <numerusform>缺 %n · F6</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to follow</source>
        <translation>
            <numerusform>%n 容缺</numerusform>
        </translation>
    </message>
    <message>
        <source>Materials complete</source>
        <translation>材料齐</translation>
    </message>
    <message numerus="yes">
        <source>Materials, each once: %n</source>
        <translation>
            <numerusform>材料 %n 份（每份只收一次）</numerusform>
        </translation>
    </message>
    <message>
        <source>Item or material</source>
        <translation>事项或材料</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>once the department accepts</source>
        <extracomment>beside the promised limit of an item: it runs from the day on which the department accepts</extracomment>
        <translation>自部门受理起算</translation>
    </message>
</context>
<context>
    <name>yichuang::ui::CasesDelegate</name>
    <message>
        <source>%1, %2</source>
        <translation>%1 %2</translation>
    </message>
    <message numerus="yes">
        <source>%n department(s)</source>
        <translation>
            <numerusform>%n 部门</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n 事项</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>yichuang::ui::CasesModel</name>
    <message numerus="yes">
        <source>%n to send</source>
        <translation>
            <numerusform>%n 条待发送</numerusform>
        </translation>
    </message>
    <message>
        <source>Correction asked</source>
        <translation>补正中</translation>
    </message>
    <message>
        <source>%1 of %2 decided</source>
        <translation>已决定 %1/%2</translation>
    </message>
    <message>
        <source>draft %1</source>
        <translation>草稿 %1</translation>
    </message>
    <message>
        <source>Case number</source>
        <translation>办件号</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>申请人</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>时限</translation>
    </message>
</context>
<context>
    <name>yichuang::ui::CasesPage</name>
    <message>
        <source>Queues</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>Case number, name, item, initials  Ctrl+F</source>
        <translation>办件号、姓名、事项、拼音首字母  Ctrl+F</translation>
    </message>
    <message>
        <source>Search cases</source>
        <translation>搜索办件</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>办件</translation>
    </message>
    <message>
        <source>Looking into the store</source>
        <translation>正在查询本地数据</translation>
    </message>
    <message>
        <source>No case here</source>
        <translation>没有办件</translation>
    </message>
    <message>
        <source>Cases of this queue appear here.</source>
        <translation>此队列的办件显示在这里。</translation>
    </message>
    <message>
        <source>No case found</source>
        <translation>未找到办件</translation>
    </message>
    <message>
        <source>Search looks at name, number, item and initials on this computer, offline too.</source>
        <translation>在本机按姓名、号码、事项和首字母搜索，离线可用。</translation>
    </message>
    <message>
        <source>Try again F5</source>
        <translation>重试 F5</translation>
    </message>
    <message>
        <source>1–%1 of %2</source>
        <translation>显示 1–%1 / %2</translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>找到 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · local index %2 ms</source>
        <translation>%1 · 本地索引 %2 毫秒</translation>
    </message>
    <message>
        <source>Of a number, type at least its first %1 or its last %2 digits or letters.</source>
        <extracomment>%1 and %2 how many characters of a number</extracomment>
        <translation>号码请至少输入开头 %1 位或末尾 %2 位。</translation>
    </message>
    <message>
        <source>Fewer than %1 letters are looked for only at the beginning of initials.</source>
        <extracomment>pinyin initials of a name or an item</extracomment>
        <translation>拼音首字母不足 %1 个时只从开头匹配，请再输入几个。</translation>
    </message>
    <message>
        <source>Of an item, type at least %1 characters; of a name one is enough.</source>
        <translation>按事项查找请至少输入 %1 个字，按姓名查找一个字即可。</translation>
    </message>
</context>
<context>
    <name>yichuang::ui::CertificateDetail</name>
    <message>
        <source>Close Esc</source>
        <translation>关闭 Esc</translation>
    </message>
    <message>
        <source>Details of the certificate</source>
        <translation>证照详情</translation>
    </message>
    <message>
        <source>No item of this case asks for it. Its contents may only be pulled with the consent of its holder.</source>
        <translation>本办件没有事项需要此证照，须经持证人同意才能调取内容。</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>颁发机构</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Holder</source>
        <translation>持证人</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>签发日期</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>有效期至</translation>
    </message>
    <message>
        <source>unlimited</source>
        <translation>长期</translation>
    </message>
    <message>
        <source>Full number</source>
        <translation>完整编号</translation>
    </message>
    <message>
        <source>Contents as of %1</source>
        <translation>照面信息（%1）</translation>
    </message>
    <message>
        <source>Usable offline until %1</source>
        <translation>离线可用至 %1</translation>
    </message>
    <message>
        <source>Why it is asked for</source>
        <translation>用证原因</translation>
    </message>
    <message>
        <source>Annotated copy Ctrl+O</source>
        <translation>证照副本 Ctrl+O</translation>
    </message>
    <message>
        <source>Shows the certificate&apos;s file with the purpose across it; each opening is recorded</source>
        <translation>查看加注了用途的证照文件；每次打开均留痕</translation>
    </message>
    <message>
        <source>Holder consents, pull Ctrl+H</source>
        <translation>持证人同意，调取 Ctrl+H</translation>
    </message>
    <message>
        <source>Show F2</source>
        <translation>显示 F2</translation>
    </message>
    <message>
        <source>Show numbers, phones and addresses in full; it is recorded</source>
        <translation>完整显示号码、电话和地址，将留下记录</translation>
    </message>
</context>
<context>
    <name>yichuang::ui::CertificatesModel</name>
    <message>
        <source>No. %1</source>
        <translation>编号 %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>whose certificate, holder&apos;s name</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Status since %1</source>
        <translation>状态自 %1</translation>
    </message>
    <message>
        <source>Valid until %1</source>
        <translation>有效至 %1</translation>
    </message>
    <message>
        <source>Issued %1</source>
        <translation>签发 %1</translation>
    </message>
    <message numerus="yes">
        <source>used by %n item(s)</source>
        <translation>
            <numerusform>用于 %n 个事项</numerusform>
        </translation>
    </message>
    <message>
        <source>cannot be used in a case</source>
        <translation>不可用于办件</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <comment>certificate, issuer and number, status</comment>
        <translation>%1，%2，%3</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>证照</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>颁发机构</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
</context>
<context>
    <name>yichuang::ui::CertificatesPane</name>
    <message>
        <source>Filter certificates</source>
        <translation>筛选证照</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>证照</translation>
    </message>
    <message>
        <source>All departments</source>
        <translation>全部部门</translation>
    </message>
    <message>
        <source>Offline: the list of %1, usable until %2</source>
        <translation>离线：%1 的列表，可用至 %2</translation>
    </message>
    <message>
        <source>Offline: the list of %1</source>
        <translation>离线：%1 的列表</translation>
    </message>
    <message>
        <source>No certificate matches</source>
        <translation>没有符合的证照</translation>
    </message>
    <message>
        <source>Clear the filter or choose all departments.</source>
        <translation>请清除筛选或选择全部部门。</translation>
    </message>
    <message>
        <source>Asking for the certificates</source>
        <translation>正在查询证照</translation>
    </message>
    <message>
        <source>Offline, and nothing kept for this person</source>
        <translation>离线，且本机没有此人的证照</translation>
    </message>
    <message>
        <source>Take originals or files now; certificates can be asked for again later.</source>
        <translation>请先收取原件或文件，稍后可再次查询证照。</translation>
    </message>
    <message>
        <source>Try again F5</source>
        <translation>重试 F5</translation>
    </message>
    <message>
        <source>The certificates could not be listed</source>
        <translation>未能列出证照</translation>
    </message>
    <message>
        <source>Certificates appear after the card is read</source>
        <translation>读证后显示证照</translation>
    </message>
    <message>
        <source>Each look-up is recorded with its purpose.</source>
        <translation>每次查询均记录用证事由。</translation>
    </message>
    <message>
        <source>No certificate is linked to this person</source>
        <translation>此人没有关联证照</translation>
    </message>
    <message>
        <source>Take originals or files for the materials.</source>
        <translation>请收取原件或文件作为材料。</translation>
    </message>
    <message>
        <source>Look-ups</source>
        <translation>查询记录</translation>
    </message>
    <message>
        <source>Who asked for this person&apos;s certificates, why and what came back</source>
        <translation>谁查询过此人的证照、事由和返回结果</translation>
    </message>
    <message>
        <source>Kept: the list of %1, usable until %2. Put the holder&apos;s card on the reader to ask again, or ask the holder.</source>
        <translation>本机留存：%1 的列表，可用至 %2。如需重新查询，请放上持证人证件或征得其同意。</translation>
    </message>
    <message>
        <source>The holder&apos;s card was not read here</source>
        <translation>尚未在本窗口读取持证人证件</translation>
    </message>
    <message>
        <source>Put it on the reader, or ask the holder: a look-up without the card is recorded with the consent.</source>
        <translation>请放上证件，或征得持证人同意；未读卡的查询会连同该同意一并记录。</translation>
    </message>
    <message>
        <source>Holder consents, list now Ctrl+H</source>
        <translation>持证人同意，立即查询 Ctrl+H</translation>
    </message>
    <message>
        <source>Filter  Ctrl+F</source>
        <translation>筛选  Ctrl+F</translation>
    </message>
    <message>
        <source>By name, number or issuer</source>
        <translation>按名称、编号或颁发机构筛选</translation>
    </message>
</context>
<context>
    <name>yichuang::ui::CounterPage</name>
    <message>
        <source>Parts of the case</source>
        <translation>办件的部门环节</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>证照</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Situations</source>
        <translation>情形</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>表单</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>listing with the holder present</source>
        <translation>持证人在场查询</translation>
    </message>
    <message>
        <source>Purpose, recorded</source>
        <translation>用证事由（已记录）</translation>
    </message>
    <message>
        <source>listing with the holder&apos;s consent</source>
        <translation>征得持证人同意查询</translation>
    </message>
</context>
<context>
    <name>yichuang::ui::DemoTray</name>
    <message>
        <source>Take the card off the reader</source>
        <translation>从读卡器取下</translation>
    </message>
    <message>
        <source>Place the card on the reader</source>
        <translation>放到读卡器上</translation>
    </message>
    <message>
        <source>Demo: cards for the virtual reader</source>
        <translation>演示：虚拟读卡器的证件</translation>
    </message>
</context>
<context>
    <name>yichuang::ui::DiagnosticsPanel</name>
    <message>
        <source>Diagnostics</source>
        <translation>诊断</translation>
    </message>
    <message>
        <source>Close Esc</source>
        <translation>关闭 Esc</translation>
    </message>
    <message>
        <source>Export for support</source>
        <translation>导出诊断报告</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>重新检查</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>注意</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>Version %1 · looking…</source>
        <translation>版本 %1 · 正在检查…</translation>
    </message>
    <message>
        <source>Version %1 · %2</source>
        <translation>版本 %1 · %2</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>版本 %1</translation>
    </message>
</context>
<context>
    <name>yichuang::ui::ErrorLine</name>
    <message>
        <source>%1 Who acts: %2. Code %3.</source>
        <translation>%1处理人：%2。代码 %3。</translation>
    </message>
</context>
<context>
    <name>yichuang::ui::FieldEditor</name>
    <message>
        <source>Changed %1 by %2</source>
        <translation>%1 由 %2 修改</translation>
    </message>
    <message>
        <source>%1, required</source>
        <extracomment>%1 label of a form field</extracomment>
        <translation>%1，必填</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>Hidden. F2 shows it to be changed; this is recorded.</source>
        <translation>内容已隐藏。按 F2 显示后可修改，将留下记录。</translation>
    </message>
</context>
<context>
    <name>yichuang::ui::FilePane</name>
    <message>
        <source>Close Esc</source>
        <translation>关闭 Esc</translation>
    </message>
    <message>
        <source>Annotated copy</source>
        <translation>证照副本（加注件）</translation>
    </message>
    <message>
        <source>Annotated copy: %1</source>
        <translation>证照副本（加注件）：%1</translation>
    </message>
    <message>
        <source>The certificate does not hold today (%1): the copy shows what once was and proves nothing.</source>
        <extracomment>%1 status of a certificate, for example: revoked, expired</extracomment>
        <translation>该证照今日无效（%1）：副本仅反映以往情况，不能作为依据。</translation>
    </message>
    <message>
        <source>The exchange does not answer. This copy was fetched %1 for this case and may be used until %2.</source>
        <translation>交换平台无应答。此副本于 %1 为本办件调取，可使用至 %2。</translation>
    </message>
    <message>
        <source>Kept: fetched %1 for this case, may be used until %2. Put the holder&apos;s card on the reader to ask for a newer one.</source>
        <translation>本机留存：%1 为本办件调取，可使用至 %2。如需重新调取，请将持证人证件放到读卡器上。</translation>
    </message>
    <message>
        <source>Fetched %1. It could not be kept on this computer: %2</source>
        <translation>%1 调取。未能在本机留存：%2</translation>
    </message>
    <message>
        <source>Fetched %1 for this case and kept encrypted; opens without the exchange until %2. Each opening is recorded.</source>
        <translation>%1 为本办件调取，已加密留存；断网时可打开至 %2。每次打开均留痕。</translation>
    </message>
    <message>
        <source>Asking for the annotated copy</source>
        <translation>正在调取证照副本</translation>
    </message>
    <message>
        <source>Offline, and no copy was fetched for this case</source>
        <translation>已断网，且本办件尚未调取过副本</translation>
    </message>
    <message>
        <source>Use the contents that are shown, or see the original; the copy can be asked for again later.</source>
        <translation>可使用已显示的照面信息或核验原件，稍后可再次调取。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Holder consents, pull</source>
        <translation>持证人同意，调取</translation>
    </message>
</context>
<context>
    <name>yichuang::ui::FilesModel</name>
    <message>
        <source>%1 KB</source>
        <extracomment>size of a file</extracomment>
        <translation>%1 KB</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Material</source>
        <translation>材料</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
</context>
<context>
    <name>yichuang::ui::FooterBar</name>
    <message>
        <source>F1 Help</source>
        <translation>F1 帮助</translation>
    </message>
    <message>
        <source>No case open. Everything on this computer is stored encrypted.</source>
        <translation>没有打开的办件。本机数据均加密保存。</translation>
    </message>
    <message>
        <source>without number</source>
        <translation>未编号</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>received</source>
        <translation>已收件</translation>
    </message>
    <message>
        <source>Case %1 (%2, typing is kept as scratch)</source>
        <translation>办件 %1（%2，录入内容已临时保存）</translation>
    </message>
    <message>
        <source>Case %1 (%2, not saved yet)</source>
        <translation>办件 %1（%2，尚未保存）</translation>
    </message>
    <message>
        <source>Case %1 (%2, saved encrypted on this computer %3)</source>
        <translation>办件 %1（%2，已本地加密保存 %3）</translation>
    </message>
    <message>
        <source>Card read %1 s</source>
        <translation>读卡 %1 秒</translation>
    </message>
    <message numerus="yes">
        <source>%n certificate(s) listed %1 s</source>
        <translation>
            <numerusform>取证照 %n 份 %1 秒</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>yichuang::ui::FormPane</name>
    <message>
        <source>Choose items first</source>
        <translation>请先选择事项</translation>
    </message>
    <message>
        <source>One form over all items appears here, filled in as far as card and certificates tell.</source>
        <translation>这里显示所有事项合并后的一张表单，已按证件和证照预填。</translation>
    </message>
    <message>
        <source>These items need no form</source>
        <translation>所选事项无需填表</translation>
    </message>
    <message>
        <source>✓ The form is complete</source>
        <translation>✓ 表单已填齐</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 label of a form field, %2 what is wrong with its value</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) to fill, next: %1</source>
        <extracomment>%1 label of the first empty form field</extracomment>
        <translation>
            <numerusform>还有 %n 项待填，下一项：%1</numerusform>
        </translation>
    </message>
    <message>
        <source>required</source>
        <translation>为必填项</translation>
    </message>
</context>
<context>
    <name>yichuang::ui::GuideView</name>
    <message>
        <source>Department</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>Accepted by</source>
        <translation>受理机构</translation>
    </message>
    <message>
        <source>Implementation code</source>
        <translation>实施编码</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>办件类型</translation>
    </message>
    <message>
        <source>Finished at the counter</source>
        <translation>即办件</translation>
    </message>
    <message>
        <source>With a promised date</source>
        <translation>承诺件</translation>
    </message>
    <message>
        <source>Promised limit</source>
        <translation>承诺时限</translation>
    </message>
    <message>
        <source>Statutory limit</source>
        <translation>法定时限</translation>
    </message>
    <message>
        <source>Note on the limit</source>
        <translation>时限说明</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>到现场次数</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>收费</translation>
    </message>
    <message>
        <source>%1: %2 yuan</source>
        <translation>%1：%2 元</translation>
    </message>
    <message>
        <source>Basis: %1</source>
        <translation>依据：%1</translation>
    </message>
    <message>
        <source>Reduction: %1</source>
        <translation>减免：%1</translation>
    </message>
    <message>
        <source>Legal basis</source>
        <translation>法律依据</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>受理条件</translation>
    </message>
    <message>
        <source>Also called</source>
        <translation>俗称</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>%1, in force from %2</source>
        <translation>%1，自 %2 起施行</translation>
    </message>
    <message>
        <source>Materials</source>
        <translation>材料</translation>
    </message>
    <message numerus="yes">
        <source>%n original(s)</source>
        <translation>
            <numerusform>原件 %n 份</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n copy(ies)</source>
        <translation>
            <numerusform>复印件 %n 份</numerusform>
        </translation>
    </message>
    <message>
        <source>taken from the e-certificate where there is one</source>
        <translation>有电子证照的免提交</translation>
    </message>
    <message>
        <source>only in some situations</source>
        <translation>仅部分情形需要</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>需要原因</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>来源渠道</translation>
    </message>
    <message>
        <source>How to fill in</source>
        <translation>填报须知</translation>
    </message>
    <message>
        <source>Accepted when</source>
        <translation>受理标准</translation>
    </message>
    <message>
        <source>Common mistake</source>
        <translation>常见错误</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>办理流程</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>办理结果</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>结果样本</translation>
    </message>
    <message>
        <source>Model text</source>
        <translation>示范文本</translation>
    </message>
    <message>
        <source>Common mistakes</source>
        <translation>常见错误</translation>
    </message>
    <message>
        <source>Where and when</source>
        <translation>办理地点和时间</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Enquiry</source>
        <translation>咨询电话</translation>
    </message>
    <message>
        <source>Complaint</source>
        <translation>投诉电话</translation>
    </message>
    <message>
        <source>Common questions</source>
        <translation>常见问题</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>问</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答</translation>
    </message>
    <message>
        <source>after %1</source>
        <translation>待%1</translation>
    </message>
    <message>
        <source>if chosen</source>
        <translation>按情形选办</translation>
    </message>
    <message>
        <source>Lead department</source>
        <translation>牵头部门</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>服务对象</translation>
    </message>
    <message>
        <source>Special procedure</source>
        <translation>特别程序</translation>
    </message>
    <message>
        <source>%1, %2, not counted in the limit: %3</source>
        <translation>%1，%2，不计入办理时限：%3</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>办理时限</translation>
    </message>
    <message>
        <source>How to apply</source>
        <translation>办理方式</translation>
    </message>
    <message>
        <source>Ways</source>
        <translation>办理形式</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>通办范围</translation>
    </message>
    <message>
        <source>Received in the hall</source>
        <translation>进驻政务大厅</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>网上办理</translation>
    </message>
    <message>
        <source>Result by courier</source>
        <translation>结果快递送达</translation>
    </message>
    <message>
        <source>Payment online</source>
        <translation>网上支付</translation>
    </message>
    <message>
        <source>Fees</source>
        <translation>收费</translation>
    </message>
    <message>
        <source>Kind of result</source>
        <translation>结果类型</translation>
    </message>
    <message>
        <source>Law and body</source>
        <translation>依据与主体</translation>
    </message>
    <message>
        <source>Item type</source>
        <translation>事项类型</translation>
    </message>
    <message>
        <source>Exercised at</source>
        <translation>行使层级</translation>
    </message>
    <message>
        <source>Source of power</source>
        <translation>权力来源</translation>
    </message>
    <message>
        <source>Nature of the body</source>
        <translation>实施主体性质</translation>
    </message>
    <message>
        <source>Basic code</source>
        <translation>基本编码</translation>
    </message>
    <message>
        <source>Handling code</source>
        <translation>业务办理项编码</translation>
    </message>
    <message>
        <source>State</source>
        <translation>事项状态</translation>
    </message>
    <message>
        <source>left out while it is suspended</source>
        <translation>暂停办理期间不纳入</translation>
    </message>
    <message>
        <source>Acceptance</source>
        <translation>受理方式</translation>
    </message>
    <message>
        <source>None</source>
        <comment>no special procedure</comment>
        <translation>无</translation>
    </message>
    <message>
        <source>No fee</source>
        <translation>不收费</translation>
    </message>
</context>
<context>
    <name>yichuang::ui::HandInPanel</name>
    <message>
        <source>What was corrected</source>
        <translation>补正内容</translation>
    </message>
    <message>
        <source>Send answer</source>
        <translation>提交答复</translation>
    </message>
    <message>
        <source>Materials to follow</source>
        <translation>容缺后补</translation>
    </message>
    <message>
        <source>Return by %1</source>
        <translation>请于 %1 前补正</translation>
    </message>
    <message>
        <source>To follow: %1, until %2</source>
        <extracomment>%1 a material that was promised to follow, %2 the day until which it is due</extracomment>
        <translation>待补：%1，%2 前</translation>
    </message>
    <message>
        <source>Correction asked: %1</source>
        <extracomment>%1 the item whose department asks for it</extracomment>
        <translation>补正：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n missing or wrong: %1</source>
        <extracomment>%n fields and materials that are empty, wrong or not there; %1 the first of them</extracomment>
        <translation>
            <numerusform>%n 项缺少或有误：%1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>yichuang::ui::HeaderBar</name>
    <message>
        <source>Yichuang</source>
        <comment>name of the product</comment>
        <translation>一窗</translation>
    </message>
    <message>
        <source>ID card reader</source>
        <translation>身份证读卡器</translation>
    </message>
    <message>
        <source>Connection to the exchange</source>
        <translation>与交换平台的连接</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Sign out Ctrl+L</source>
        <translation>退出 Ctrl+L</translation>
    </message>
    <message>
        <source>No reader</source>
        <translation>无读卡器</translation>
    </message>
    <message>
        <source>No ID card reader is connected.</source>
        <translation>未连接身份证读卡器。</translation>
    </message>
    <message>
        <source>Reader opening</source>
        <translation>读卡器启动中</translation>
    </message>
    <message>
        <source>Reader ready</source>
        <translation>读卡器就绪</translation>
    </message>
    <message>
        <source>Reading card</source>
        <translation>正在读卡</translation>
    </message>
    <message>
        <source>Card read</source>
        <translation>已读卡</translation>
    </message>
    <message>
        <source>Reader fault %1</source>
        <translation>读卡器故障 %1</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>在线</translation>
    </message>
    <message>
        <source>synchronised %1</source>
        <translation>已同步 %1</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>正在连接</translation>
    </message>
    <message>
        <source>Signed out of the exchange</source>
        <translation>未登录交换平台</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>离线</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n 条待同步</numerusform>
        </translation>
    </message>
    <message>
        <source>next try %1</source>
        <translation>下次重试 %1</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>operator and role</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>hall and window</comment>
        <translation>%1 · %2</translation>
    </message>
    <message numerus="yes">
        <source>%n returned</source>
        <translation>
            <numerusform>%n 件被退回</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · not confirmed</source>
        <comment>operator and role</comment>
        <translation>%1 · 待联网确认</translation>
    </message>
    <message>
        <source>Signed in on this computer while the exchange is away; it confirms as soon as it is back.</source>
        <translation>交换平台未连通时在本机登录，恢复连接后自动确认。</translation>
    </message>
    <message>
        <source>Card not read %1</source>
        <extracomment>a card lay on the reader and could not be read; %1 the failure&apos;s code</extracomment>
        <translation>证件未读出 %1</translation>
    </message>
    <message>
        <source>No reader %1</source>
        <comment>the failure&apos;s code</comment>
        <translation>无读卡器 %1</translation>
    </message>
    <message>
        <source>catalogue not taken</source>
        <translation>目录未更新</translation>
    </message>
    <message numerus="yes">
        <source>%n of others</source>
        <extracomment>commands that colleagues made at this computer</extracomment>
        <translation>
            <numerusform>同事 %n 条待其登录</numerusform>
        </translation>
    </message>
    <message>
        <source>What colleagues made at this computer goes as soon as they sign in here.</source>
        <translation>同事在本机办理的内容，待其本人在本机登录后发送。</translation>
    </message>
    <message>
        <source>This computer&apos;s store fails %1</source>
        <extracomment>%1 the failure&apos;s code</extracomment>
        <translation>本机数据库故障 %1</translation>
    </message>
    <message>
        <source>trying now</source>
        <extracomment>the exchange is being called at this moment, and has not answered yet</extracomment>
        <translation>正在重试</translation>
    </message>
</context>
<context>
    <name>yichuang::ui::HelpOverlay</name>
    <message>
        <source>Keys of this page</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Close Esc</source>
        <translation>关闭 Esc</translation>
    </message>
    <message>
        <source>These keys</source>
        <translation>本快捷键列表</translation>
    </message>
    <message>
        <source>Type an identity in without a card</source>
        <translation>无证手工录入身份</translation>
    </message>
    <message>
        <source>Try again: certificates, sending, the store</source>
        <translation>重试：证照查询、发送、数据库</translation>
    </message>
    <message>
        <source>Go to what is missing</source>
        <translation>转到缺少的内容</translation>
    </message>
    <message>
        <source>Receive the materials</source>
        <translation>受理（收件）</translation>
    </message>
    <message>
        <source>Add an agent: the next card is theirs</source>
        <translation>添加代办人：下一张证件为代办人</translation>
    </message>
    <message>
        <source>Counter, cases, sync</source>
        <translation>受理、办件、同步</translation>
    </message>
    <message>
        <source>Certificates, items, situations, form, timeline</source>
        <translation>证照、事项、情形、表单、时间线</translation>
    </message>
    <message>
        <source>Items and materials of the case</source>
        <translation>办件的事项和材料</translation>
    </message>
    <message>
        <source>Filter or search</source>
        <translation>筛选或搜索</translation>
    </message>
    <message>
        <source>Save the draft now</source>
        <translation>立即暂存草稿</translation>
    </message>
    <message>
        <source>Take back, do again</source>
        <translation>撤销、重做</translation>
    </message>
    <message>
        <source>Next applicant</source>
        <translation>下一位申请人</translation>
    </message>
    <message>
        <source>Sign out; drafts stay</source>
        <translation>退出登录，草稿保留</translation>
    </message>
    <message>
        <source>Close a panel</source>
        <translation>关闭面板</translation>
    </message>
    <message>
        <source>Annotated copy of the open certificate</source>
        <translation>查看当前证照的副本</translation>
    </message>
    <message>
        <source>The holder consents: list, or pull what no item asks for</source>
        <translation>持证人同意：查询证照，或调取事项未要求的证照</translation>
    </message>
    <message>
        <source>Read the card on the reader again (if nothing comes, lift it and place it again); try faulty readers</source>
        <translation>重新读取读卡器上的证件（没有反应时请取下重放）；重试故障读卡器</translation>
    </message>
    <message>
        <source>Type an agent in without a card</source>
        <translation>代办人无证时手工录入其身份</translation>
    </message>
    <message>
        <source>Diagnostics…</source>
        <translation>诊断…</translation>
    </message>
    <message>
        <source>Show a hidden field of the form to change it, or the open certificate in full; this is recorded</source>
        <translation>显示表单中隐藏的内容以便修改，或完整显示打开的证照，将留下记录</translation>
    </message>
</context>
<context>
    <name>yichuang::ui::HintsCard</name>
    <message>
        <source>Hints</source>
        <translation>主动提醒</translation>
    </message>
    <message numerus="yes">
        <source>%1 expires in %n day(s)</source>
        <extracomment>%1 name of a certificate</extracomment>
        <translation>
            <numerusform>%1 %n 天后到期</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 expired %n day(s) ago</source>
        <translation>
            <numerusform>%1 已过期 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is registered</source>
        <translation>已登记 %1</translation>
    </message>
    <message>
        <source>Can be handled now: %1</source>
        <translation>可同时办理：%1</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>已加入</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>加入</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>加入%1</translation>
    </message>
    <message>
        <source>Nothing to point out.</source>
        <translation>暂无提醒。</translation>
    </message>
    <message>
        <source>%1 is missing: only %2 is listed</source>
        <extracomment>%1 certificate that is not in the list, %2 certificate in the list that goes with it, %3 masked name of the child, or &quot;child&quot;</extracomment>
        <translation>已有%2，缺少%1</translation>
    </message>
    <message>
        <source>%1 of %3 is missing: only %2 is listed</source>
        <translation>%3已有%2，缺少%1</translation>
    </message>
    <message>
        <source>Issued by %1, through no item of this hall</source>
        <translation>由%1签发，本大厅没有对应事项</translation>
    </message>
    <message>
        <source>From the list of %1, not the newest</source>
        <translation>依据 %1 的证照清单，不是最新结果</translation>
    </message>
</context>
<context>
    <name>yichuang::ui::HitDelegate</name>
    <message>
        <source>Life event</source>
        <translation>一件事</translation>
    </message>
    <message>
        <source>found as “%1”</source>
        <translation>匹配“%1”</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>暂停办理</translation>
    </message>
</context>
<context>
    <name>yichuang::ui::HitsModel</name>
    <message>
        <source>%1, %2, %3</source>
        <comment>item, department, time limit</comment>
        <translation>%1，%2，%3</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>Promised</source>
        <translation>承诺时限</translation>
    </message>
</context>
<context>
    <name>yichuang::ui::ItemPanel</name>
    <message>
        <source>Office guide</source>
        <translation>办事指南</translation>
    </message>
    <message>
        <source>Remove item</source>
        <translation>移除事项</translation>
    </message>
    <message>
        <source>Statutory limit %1</source>
        <translation>法定时限 %1</translation>
    </message>
    <message>
        <source>No fee</source>
        <translation>不收费</translation>
    </message>
    <message>
        <source>%1: %2 yuan</source>
        <translation>%1：%2 元</translation>
    </message>
    <message>
        <source>Number %1</source>
        <translation>编号 %1</translation>
    </message>
    <message>
        <source>The due day is provisional: the public holidays of its year are not published yet, so only weekends are left out.</source>
        <translation>到期日为暂定：该年度放假安排尚未公布，目前仅扣除周末。</translation>
    </message>
</context>
<context>
    <name>yichuang::ui::ItemsPane</name>
    <message>
        <source>Search items and life events: words or pinyin initials  Ctrl+F</source>
        <translation>搜索事项和一件事：名称、俗称、拼音首字母  Ctrl+F</translation>
    </message>
    <message>
        <source>Search items and life events</source>
        <translation>搜索事项和一件事</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Items and life events</source>
        <translation>事项和一件事</translation>
    </message>
    <message>
        <source>Office guide</source>
        <translation>办事指南</translation>
    </message>
    <message>
        <source>All categories</source>
        <translation>全部类别</translation>
    </message>
    <message>
        <source>No catalogue on this computer yet</source>
        <translation>本机尚无事项目录</translation>
    </message>
    <message>
        <source>No item found</source>
        <translation>未找到事项</translation>
    </message>
    <message>
        <source>Try fewer characters or the initials of the pinyin.</source>
        <translation>请减少字数或使用拼音首字母。</translation>
    </message>
    <message>
        <source>In the case</source>
        <translation>已在办件中</translation>
    </message>
    <message>
        <source>Choose life event</source>
        <translation>选择一件事</translation>
    </message>
    <message>
        <source>Add to case</source>
        <translation>加入办件</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>暂停办理</translation>
    </message>
    <message>
        <source>It comes with the first connection to the exchange; if it does not, the page Sync says why.</source>
        <translation>首次连接交换平台时自动获取；如未获取，“同步”页会说明原因。</translation>
    </message>
</context>
<context>
    <name>yichuang::ui::LookupsPane</name>
    <message>
        <source>Look-ups of this person</source>
        <translation>此人证照的查询记录</translation>
    </message>
    <message>
        <source>Close Esc</source>
        <translation>关闭 Esc</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message numerus="yes">
        <source>%n refused</source>
        <translation>
            <numerusform>%n 份被拒绝</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>refused: name or permission did not fit</source>
        <translation>已拒绝：姓名或权限不符</translation>
    </message>
    <message>
        <source>List</source>
        <extracomment>what a look-up asked for: the list of certificates, the contents of some, or an annotated copy</extracomment>
        <translation>证照列表</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>照面信息</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>加注件</translation>
    </message>
    <message>
        <source>card read</source>
        <translation>已读卡</translation>
    </message>
    <message>
        <source>an item asks for it</source>
        <translation>事项需要</translation>
    </message>
    <message>
        <source>holder agreed</source>
        <translation>持证人同意</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>事由</translation>
    </message>
    <message>
        <source>Came back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>For this case</source>
        <translation>本办件</translation>
    </message>
    <message>
        <source>For other cases</source>
        <translation>其他办件</translation>
    </message>
    <message>
        <source>Asking for the look-ups</source>
        <translation>正在查询记录</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>The exchange keeps the records; ask again when it answers.</source>
        <translation>记录保存在交换平台，恢复连接后再查。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>No look-up is recorded</source>
        <translation>没有查询记录</translation>
    </message>
    <message>
        <source>Clerks see their own; supervisors and auditors see all.</source>
        <translation>窗口人员可见本人的查询，值班长和审计员可见全部。</translation>
    </message>
    <message>
        <source>window %1</source>
        <translation>窗口 %1</translation>
    </message>
</context>
<context>
    <name>yichuang::ui::MainWindow</name>
    <message>
        <source>Yichuang</source>
        <translation>一窗</translation>
    </message>
    <message>
        <source>Waiting for the keychain</source>
        <translation>正在等待系统钥匙串</translation>
    </message>
    <message>
        <source>Unlock the computer&apos;s keychain when it asks. The key of the encrypted store lies in it.</source>
        <translation>请按提示解锁本机钥匙串，加密数据库的密钥保存在其中。</translation>
    </message>
    <message>
        <source>Opening the encrypted store</source>
        <translation>正在打开加密数据库</translation>
    </message>
    <message>
        <source>This account does not work at a window</source>
        <translation>此账号不能在窗口办理业务</translation>
    </message>
    <message>
        <source>Sign in with a window clerk&apos;s or supervisor&apos;s account: Ctrl+L.</source>
        <translation>请使用综窗人员或值班长账号登录：Ctrl+L。</translation>
    </message>
    <message>
        <source>Preparing the counter</source>
        <translation>正在准备受理页面</translation>
    </message>
</context>
<context>
    <name>yichuang::ui::MaterialPanel</name>
    <message>
        <source>Certificate to use</source>
        <translation>使用的证照</translation>
    </message>
    <message>
        <source>From certificate</source>
        <translation>调用证照</translation>
    </message>
    <message>
        <source>Original seen</source>
        <translation>原件核验</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>申请人声明</translation>
    </message>
    <message>
        <source>Promise</source>
        <translation>告知承诺</translation>
    </message>
    <message>
        <source>Follows later</source>
        <translation>容缺后补</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Follows until</source>
        <translation>后补期限</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 item, %2 why it asks for the material</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>%n certificate(s) would fit but are expired or revoked.</source>
        <translation>
            <numerusform>有 %n 份证照相符但已过期或被撤销。</numerusform>
        </translation>
    </message>
    <message>
        <source>Follows until %1</source>
        <translation>后补至 %1</translation>
    </message>
    <message>
        <source>Common mistake: %1</source>
        <translation>常见错误：%1</translation>
    </message>
    <message>
        <source>Comes out of this case itself (%1); nobody has to bring it.</source>
        <extracomment>%1 an item of the same case</extracomment>
        <translation>由本办件的“%1”产生，无需提交。</translation>
    </message>
    <message>
        <source>Attached files; Delete removes one</source>
        <translation>已附文件，按 Delete 键移除</translation>
    </message>
    <message>
        <source>Remove file</source>
        <translation>移除文件</translation>
    </message>
    <message>
        <source>To replace this file, attach the new one first; then this one can be removed.</source>
        <translation>如需更换此文件，请先添加新文件，然后再移除此文件。</translation>
    </message>
    <message>
        <source>Attach files…</source>
        <translation>附文件…</translation>
    </message>
    <message>
        <source>Files for %1</source>
        <translation>%1的文件</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s), stored encrypted</source>
        <translation>
            <numerusform>%n 个文件，已加密保存</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>yichuang::ui::NavRail</name>
    <message>
        <source>Counter</source>
        <extracomment>page on which a clerk takes an application (受理)</extracomment>
        <translation>受理</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>办件</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>同步</translation>
    </message>
    <message>
        <source>Take an application, Ctrl+7</source>
        <translation>受理申请，Ctrl+7</translation>
    </message>
    <message>
        <source>Cases of this window, Ctrl+8</source>
        <translation>本窗口办件，Ctrl+8</translation>
    </message>
    <message>
        <source>What waits to be sent, Ctrl+9</source>
        <translation>待发送内容，Ctrl+9</translation>
    </message>
</context>
<context>
    <name>yichuang::ui::NewcomerBanner</name>
    <message>
        <source>The open draft stays as it is until you choose.</source>
        <translation>选择之前，当前草稿保持不变。</translation>
    </message>
    <message>
        <source>New case, keep both</source>
        <translation>新建办件，两者保留</translation>
    </message>
    <message>
        <source>Is the agent</source>
        <translation>作为代办人</translation>
    </message>
    <message>
        <source>Ignore card</source>
        <translation>忽略此证</translation>
    </message>
    <message>
        <source>Another card lies on the reader: %1, %2</source>
        <extracomment>%1 masked name, %2 masked number</extracomment>
        <translation>读卡器上是另一人的证件：%1，%2</translation>
    </message>
    <message>
        <source>Another card was read: %1, %2</source>
        <translation>读到另一人的证件（已取走）：%1，%2</translation>
    </message>
    <message>
        <source>Take the card&apos;s name</source>
        <translation>以卡为准</translation>
    </message>
    <message>
        <source>The card of this number says %1; typed was %2</source>
        <extracomment>%1 name on the card, %2 name that was typed</extracomment>
        <translation>该号码的证件姓名为%1，手工录入为%2</translation>
    </message>
</context>
<context>
    <name>yichuang::ui::OutboxModel</name>
    <message numerus="yes">
        <source>tried %n time(s)</source>
        <translation>
            <numerusform>已尝试 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>next try %1</source>
        <translation>下次重试 %1</translation>
    </message>
    <message>
        <source>as soon as those before it are through</source>
        <translation>前面的完成后立即发送</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>办件</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>waits until %1 signs in here</source>
        <extracomment>%1 a colleague whose commands go with their own sign-in only</extracomment>
        <translation>待%1在本机登录后发送</translation>
    </message>
</context>
<context>
    <name>yichuang::ui::PartsModel</name>
    <message>
        <source>number follows with acceptance</source>
        <translation>受理后编号</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <comment>item, department, state</comment>
        <translation>%1，%2，%3</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>answer by %1</source>
        <translation>%1前答复是否受理</translation>
    </message>
    <message>
        <source>due %1</source>
        <extracomment>%1 the day an item is due</extracomment>
        <translation>承诺办结 %1</translation>
    </message>
    <message>
        <source>correction until %1</source>
        <extracomment>%1 the last day on which the applicant may answer a correction notice</extracomment>
        <translation>补正截止 %1</translation>
    </message>
    <message>
        <source>after %1</source>
        <extracomment>in the place of a due day: %1 the items that have to be approved before the limit of this one starts</extracomment>
        <translation>待%1办结后起算</translation>
    </message>
</context>
<context>
    <name>yichuang::ui::PhotoView</name>
    <message>
        <source>Photo</source>
        <translation>照片</translation>
    </message>
</context>
<context>
    <name>yichuang::ui::ReaderPanel</name>
    <message>
        <source>ID card readers</source>
        <translation>身份证读卡器</translation>
    </message>
    <message>
        <source>Close Esc</source>
        <translation>关闭 Esc</translation>
    </message>
    <message>
        <source>Try the readers again F3</source>
        <translation>重试读卡器 F3</translation>
    </message>
    <message>
        <source>Use this reader first</source>
        <translation>优先使用此读卡器</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>启动中</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>读取中</translation>
    </message>
    <message>
        <source>Card read</source>
        <translation>已读卡</translation>
    </message>
    <message>
        <source>Fault</source>
        <translation>故障</translation>
    </message>
    <message>
        <source>Module %1 · last card %2</source>
        <extracomment>%1 number of the security module, %2 time of the last card</extracomment>
        <translation>模块 %1 · 上次读卡 %2</translation>
    </message>
    <message>
        <source>No ID card reader is connected.</source>
        <translation>未连接身份证读卡器。</translation>
    </message>
    <message>
        <source>No reader</source>
        <translation>无读卡器</translation>
    </message>
    <message>
        <source>Card not read</source>
        <translation>证件未读出</translation>
    </message>
</context>
<context>
    <name>yichuang::ui::ReasonLine</name>
    <message>
        <source>Leave</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>yichuang::ui::ReceiptPanel</name>
    <message>
        <source>Receipt</source>
        <translation>收件凭证</translation>
    </message>
    <message>
        <source>Parts of the case</source>
        <translation>办件的部门环节</translation>
    </message>
    <message>
        <source>Next applicant  Ctrl+N</source>
        <translation>下一位申请人  Ctrl+N</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>正在保存</translation>
    </message>
    <message>
        <source>At the exchange</source>
        <translation>已送达</translation>
    </message>
    <message>
        <source>Provisional</source>
        <translation>临时</translation>
    </message>
    <message>
        <source>Case number</source>
        <translation>办件号</translation>
    </message>
    <message>
        <source>Provisional receipt</source>
        <translation>临时收件号</translation>
    </message>
    <message>
        <source>The materials are received and stored encrypted on this computer. Formal acceptance and numbers come from the exchange as soon as it is reached.</source>
        <translation>材料已收取并加密保存在本机。连接交换平台后由其正式受理并编号。</translation>
    </message>
    <message numerus="yes">
        <source>The exchange has the case. %n item(s) still wait for acceptance: the department answers by the day shown, or the item counts as accepted. What happens shows in the timeline.</source>
        <translation>
            <numerusform>交换平台已收到办件。还有 %n 个事项待部门受理：部门应在所示日期前答复，逾期未答复视为受理。进展显示在时间线。</numerusform>
        </translation>
    </message>
    <message>
        <source>The exchange has the case. Each department decides its own item; what happens shows in the timeline.</source>
        <translation>交换平台已收到办件。各部门分别作出决定，进展显示在时间线。</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) are examined by their department before acceptance.</source>
        <extracomment>follows a sentence about formal acceptance</extracomment>
        <translation>
            <numerusform>其中 %n 个事项由部门审查后决定是否受理。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>two sentences, one after the other; Chinese has no space between them</extracomment>
        <translation>%1%2</translation>
    </message>
</context>
<context>
    <name>yichuang::ui::SignInPage</name>
    <message>
        <source>Sign in to the window</source>
        <translation>登录窗口</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>正在登录…</translation>
    </message>
    <message>
        <source>Nobody can sign in until the exchange is back; try again then. What was saved on this computer is kept and is sent after that.</source>
        <translation>连接恢复前无法登录，请待恢复后重试。已保存在本机的办件不会丢失，登录后自动发送。</translation>
    </message>
    <message numerus="yes">
        <source>Without it only those can come in whom it let in at this computer within the last %n days, with the same password. Everybody else: try again when it is back. What was saved here is kept and is sent then.</source>
        <translation>
            <numerusform>未连通时，只有最近 %n 天内在本机登录过的人员可用原密码登录；其他人员请待恢复后重试。已保存在本机的办件不会丢失，恢复后自动发送。</numerusform>
        </translation>
    </message>
    <message>
        <source>The exchange is back and does not accept the password you came in with: sign in with the one that holds now. What was entered is kept.</source>
        <translation>交换平台已恢复，但不接受刚才登录所用的密码，请用现行密码重新登录；已填内容会保留。</translation>
    </message>
    <message>
        <source>Drafts of other clerks on this computer stay hidden; received cases are shared.</source>
        <translation>本机其他人员的草稿不会显示，已收件的办件共享查看。</translation>
    </message>
</context>
<context>
    <name>yichuang::ui::SituationsPane</name>
    <message>
        <source>None of these</source>
        <extracomment>a choice of a question with several answers: none of those above fits</extracomment>
        <translation>以上都没有</translation>
    </message>
    <message>
        <source>Choose items first</source>
        <translation>请先选择事项</translation>
    </message>
    <message>
        <source>The questions of the chosen items appear here.</source>
        <translation>这里显示所选事项的情形问题。</translation>
    </message>
    <message>
        <source>These items ask nothing</source>
        <translation>所选事项没有情形问题</translation>
    </message>
</context>
<context>
    <name>yichuang::ui::StateView</name>
    <message>
        <source>%1
Who acts: %2 · code %3</source>
        <extracomment>%1 next step, %2 who acts, %3 failure code</extracomment>
        <translation>%1
处理人：%2 · 代码 %3</translation>
    </message>
</context>
<context>
    <name>yichuang::ui::StoreFailurePage</name>
    <message>
        <source>The encrypted store cannot be opened</source>
        <translation>无法打开加密数据库</translation>
    </message>
    <message>
        <source>Try again F5</source>
        <translation>重试 F5</translation>
    </message>
    <message>
        <source>Put the store aside…</source>
        <translation>搁置数据库…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>The old file is kept, renamed, on this computer, and a new empty store is made. Drafts that never reached the exchange stay in the old file.</source>
        <translation>旧文件改名后保留在本机，并新建空数据库。未送达交换平台的草稿仍在旧文件中。</translation>
    </message>
    <message>
        <source>I understand, hall IT knows of it</source>
        <translation>我已了解，并已告知大厅信息人员</translation>
    </message>
    <message>
        <source>Put aside and start new</source>
        <translation>搁置并新建</translation>
    </message>
    <message>
        <source>Leave as it is</source>
        <translation>保持不变</translation>
    </message>
    <message>
        <source>Who acts: %1 · code %2</source>
        <translation>处理人：%1 · 代码 %2</translation>
    </message>
    <message>
        <source>A new empty store with a new key is made. The old store can then be read no more, should its files come back.</source>
        <translation>将用新密钥新建一个空数据库。之后即使旧数据库文件找回，也无法再读取。</translation>
    </message>
    <message>
        <source>Begin with a new store…</source>
        <translation>新建数据库…</translation>
    </message>
    <message>
        <source>Export for support</source>
        <translation>导出诊断报告</translation>
    </message>
</context>
<context>
    <name>yichuang::ui::SyncPage</name>
    <message>
        <source>Waiting to be sent</source>
        <translation>待发送</translation>
    </message>
    <message>
        <source>Try now F5</source>
        <translation>立即重试 F5</translation>
    </message>
    <message>
        <source>Synchronised</source>
        <translation>已同步</translation>
    </message>
    <message>
        <source>Signed out of the exchange; work can go on.</source>
        <translation>未登录交换平台，可继续受理。</translation>
    </message>
    <message>
        <source>The exchange cannot be reached; work can go on.</source>
        <translation>网络不可用，可继续受理。</translation>
    </message>
    <message>
        <source>Cached certificates and the catalogue can be used. Cases get a provisional receipt, are stored encrypted on this computer and are sent by themselves when the exchange is back.</source>
        <translation>已缓存证照和事项目录可离线使用；办件出具临时收件号并加密保存在本机，恢复后自动上传。</translation>
    </message>
    <message>
        <source>Why: %1 (%2) %3</source>
        <translation>原因：%1（%2）%3</translation>
    </message>
    <message>
        <source>Nothing waits</source>
        <translation>没有待发送内容</translation>
    </message>
    <message>
        <source>Nothing sent today</source>
        <translation>今日尚无发送</translation>
    </message>
    <message numerus="yes">
        <source>today %n</source>
        <translation>
            <numerusform>今日 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>last %1</source>
        <translation>最近 %1</translation>
    </message>
    <message>
        <source>Every case received here is at the exchange; drafts stay on this computer until they are received.</source>
        <translation>本机已收件的办件均已送达交换平台；草稿在收件前只保存在本机。</translation>
    </message>
    <message>
        <source>Show the returned cases</source>
        <translation>查看退回的办件</translation>
    </message>
    <message numerus="yes">
        <source>The exchange returned %n case(s): what was sent last did not count and is to be done again.</source>
        <translation>
            <numerusform>%n 件办件被交换平台退回：最近一次提交未生效，需重新办理。</numerusform>
        </translation>
    </message>
    <message>
        <source>What was returned is among the cases.</source>
        <translation>被退回的见“办件”页。</translation>
    </message>
    <message>
        <source>The exchange&apos;s catalogue of items cannot be taken; everything else is synchronised.</source>
        <translation>交换平台的事项目录无法采用，其他数据同步正常。</translation>
    </message>
    <message>
        <source>not known</source>
        <extracomment>in place of a number: how much waits cannot be read</extracomment>
        <translation>未知</translation>
    </message>
    <message>
        <source>What waits cannot be read</source>
        <translation>待发送内容无法读取</translation>
    </message>
    <message>
        <source>What was sent cannot be read</source>
        <translation>已发送内容无法读取</translation>
    </message>
</context>
<context>
    <name>yichuang::ui::TimelineModel</name>
    <message>
        <source>Whole case</source>
        <translation>整个办件</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>未通过</translation>
    </message>
    <message>
        <source>Not confirmed yet</source>
        <translation>待确认</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>经办</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>交换平台</translation>
    </message>
    <message>
        <source>at the exchange %1</source>
        <translation>%1 送达交换平台</translation>
    </message>
    <message>
        <source>Account %1</source>
        <translation>账号 %1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>Who did a step of a case: a name, and in brackets the window or the department they work at</extracomment>
        <translation>%1（%2）</translation>
    </message>
</context>
<context>
    <name>yichuang::ui::TimelinePane</name>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>Nothing happened yet</source>
        <translation>尚无记录</translation>
    </message>
    <message>
        <source>Every step of every department appears here.</source>
        <translation>各部门的每一步显示在这里。</translation>
    </message>
</context>
<context>
    <name>yichuang::ui::TypedPanel</name>
    <message>
        <source>Typed identity</source>
        <translation>手工录入身份</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Kind of document</source>
        <translation>证件类型</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>号码</translation>
    </message>
    <message>
        <source>Number, typed again</source>
        <translation>再次输入号码</translation>
    </message>
    <message>
        <source>Why the card was not read</source>
        <translation>未读证的原因</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>采用</translation>
    </message>
    <message>
        <source>The name is missing.</source>
        <translation>请填写姓名。</translation>
    </message>
    <message>
        <source>The two numbers are not the same.</source>
        <translation>两次输入的号码不一致。</translation>
    </message>
    <message>
        <source>Say why the card was not read; the reason is recorded.</source>
        <translation>请说明未读证的原因，原因将被记录。</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>证件</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>复核</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Why it was not read</source>
        <translation>未读卡的原因</translation>
    </message>
    <message>
        <source>Typed identity of the agent</source>
        <translation>手工录入代办人身份</translation>
    </message>
    <message>
        <source>This is the applicant; nobody is their own agent.</source>
        <translation>这是申请人本人；本人不能担任自己的代办人。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 name of a text field, %2 that its text is too long</extracomment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>yichuang::ui::UpdatePanel</name>
    <message>
        <source>Newer version</source>
        <translation>新版本</translation>
    </message>
    <message>
        <source>Close Esc</source>
        <translation>关闭 Esc</translation>
    </message>
    <message>
        <source>The program closes and starts again; you sign in once more. The open draft, what is typed and what waits to be sent stay as they are. Should the new version not work here, the one before comes back by itself.</source>
        <translation>程序将关闭并重新启动，需要再次登录。当前草稿、已录入内容和待发送的数据都会原样保留。如果新版本在本机不能正常工作，会自动恢复到之前的版本。</translation>
    </message>
    <message>
        <source>Restarting is possible as soon as no card lies on a reader, nothing is half typed, nothing is being received and nothing is being sent.</source>
        <translation>读卡器上无证件、无未填完的内容，且没有正在收件或发送时，即可重新启动。</translation>
    </message>
    <message>
        <source>Restart now</source>
        <translation>立即重启</translation>
    </message>
    <message>
        <source>At the next start</source>
        <translation>下次启动时更新</translation>
    </message>
    <message>
        <source>Version %1 is ready</source>
        <translation>新版本 %1 已就绪</translation>
    </message>
    <message>
        <source>Version %1 at the next start</source>
        <translation>下次启动时更新到 %1</translation>
    </message>
    <message>
        <source>Version %1 did not start, the one before is back</source>
        <translation>版本 %1 未能启动，已恢复之前的版本</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>知道了</translation>
    </message>
    <message>
        <source>Not today</source>
        <translation>今天不更新</translation>
    </message>
</context>
</TS>
