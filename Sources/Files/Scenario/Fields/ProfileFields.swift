import Quantities

/// The block `me`.
enum ProfileFields {
  static let table = FieldTable<Profile>([
    "role": { $1.role = $0.job(owner: "") },
    "location": { $1.location = $0.place(owner: "") },
    "home": { $1.home = $0.place(owner: "") },
    "experience": { $1.experienceMonths = $0.months(0...840, text: "0mo and 70y") },
    "education": { $1.education = $0.text() },
    "certifications": { $1.certifications = $0.texts(wanted: "a list such as [PMP, CISSP]") },
    "filing": { entry, me in
      me.filing = entry.choice(Profile.Filing.allCases.map(\.rawValue)).flatMap {
        Profile.Filing(rawValue: $0)
      }
    },
    "children": { $1.children = $0.count(0...20, example: "2") },
    "savings": { $1.savings = $0.money(.wealth, usual: $0.reading.currency) },
    "risk_aversion": { $1.riskAversion = $0.number(0...20, text: "0 and 20", example: "2") },
    "employed": { $1.employed = $0.flag() },
    "last_pay": { $1.lastPay = $0.money(usual: $0.reading.currency) },
    "deferral": { $1.deferral401k = $0.money(.wealth, usual: $0.reading.currency) },
    "rent": { $1.rent = $0.monthlyMoney(usual: $0.reading.currency) },
    "hsa": { $1.hsa = $0.money(.wealth, usual: $0.reading.currency) },
    "spouse_wages": { $1.spouseWages = $0.money(usual: $0.reading.currency) },
  ])

  static func read(_ entry: Entry) -> Profile {
    var me = Profile()
    table.read(entry, into: &me, owner: "me", wanted: "keys below it, such as `role: IT Manager`")
    return me
  }
}
