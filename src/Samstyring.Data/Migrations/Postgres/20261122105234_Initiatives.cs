using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Samstyring.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Initiatives : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "ArchiveReference",
                table: "initiatives",
                type: "text",
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "Confirmed",
                table: "initiatives",
                type: "text",
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<int>(
                name: "ConfirmedForMonths",
                table: "initiatives",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Ends",
                table: "initiatives",
                type: "text",
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "Evaluated",
                table: "initiatives",
                type: "text",
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<Guid>(
                name: "KeptBy",
                table: "initiatives",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Levels",
                table: "initiatives",
                type: "text",
                nullable: false,
                defaultValue: "",
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "Method",
                table: "initiatives",
                type: "text",
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<int>(
                name: "MethodVersion",
                table: "initiatives",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Model",
                table: "initiatives",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<bool>(
                name: "NeedsMunicipalDecisions",
                table: "initiatives",
                type: "boolean",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "OtherSectors_En",
                table: "initiatives",
                type: "text",
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "OtherSectors_Nb",
                table: "initiatives",
                type: "text",
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "OtherSectors_Nn",
                table: "initiatives",
                type: "text",
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "PrivacyAssessed",
                table: "initiatives",
                type: "text",
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "Problem_En",
                table: "initiatives",
                type: "text",
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "Problem_Nb",
                table: "initiatives",
                type: "text",
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "Problem_Nn",
                table: "initiatives",
                type: "text",
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "Purpose_En",
                table: "initiatives",
                type: "text",
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "Purpose_Nb",
                table: "initiatives",
                type: "text",
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "Purpose_Nn",
                table: "initiatives",
                type: "text",
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "Realised",
                table: "initiatives",
                type: "text",
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "SecurityAssessed",
                table: "initiatives",
                type: "text",
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "ServiceArea_En",
                table: "initiatives",
                type: "text",
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "ServiceArea_Nb",
                table: "initiatives",
                type: "text",
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "ServiceArea_Nn",
                table: "initiatives",
                type: "text",
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "SharedSolutions_En",
                table: "initiatives",
                type: "text",
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "SharedSolutions_Nb",
                table: "initiatives",
                type: "text",
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "SharedSolutions_Nn",
                table: "initiatives",
                type: "text",
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "Starts",
                table: "initiatives",
                type: "text",
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "Status_En",
                table: "initiatives",
                type: "text",
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "Status_Nb",
                table: "initiatives",
                type: "text",
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "Status_Nn",
                table: "initiatives",
                type: "text",
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<bool>(
                name: "TouchesPersonalData",
                table: "initiatives",
                type: "boolean",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "decision_matrices",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Organisation = table.Column<Guid>(type: "uuid", nullable: true),
                    Initiative = table.Column<Guid>(type: "uuid", nullable: true),
                    IsTemplate = table.Column<bool>(type: "boolean", nullable: false),
                    PrinciplesInput = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    PrinciplesDecided = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ArchitectureInput = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ArchitectureDecided = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    InfrastructureInput = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    InfrastructureDecided = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ApplicationsInput = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ApplicationsDecided = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    InvestmentsInput = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    InvestmentsDecided = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    VisibleTo = table.Column<Guid>(type: "uuid", nullable: true),
                    Name_En = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Name_Nb = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Name_Nn = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Note_En = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Note_Nb = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Note_Nn = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Provenance_AsOf = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Provenance_Certainty = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Provenance_Source = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_decision_matrices", x => x.Id);
                    table.ForeignKey(
                        name: "FK_decision_matrices_initiatives_Initiative",
                        column: x => x.Initiative,
                        principalTable: "initiatives",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_decision_matrices_organisations_Organisation",
                        column: x => x.Organisation,
                        principalTable: "organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "gate_decisions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Initiative = table.Column<Guid>(type: "uuid", nullable: false),
                    Gate = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Outcome = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    OnBehalfOf = table.Column<Guid>(type: "uuid", nullable: false),
                    By = table.Column<Guid>(type: "uuid", nullable: false),
                    Mandate = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    DecidedBy = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Reason = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Exception = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Method = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    MethodVersion = table.Column<int>(type: "integer", nullable: false),
                    VisibleTo = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_gate_decisions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_gate_decisions_initiatives_Initiative",
                        column: x => x.Initiative,
                        principalTable: "initiatives",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_gate_decisions_organisations_OnBehalfOf",
                        column: x => x.OnBehalfOf,
                        principalTable: "organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_gate_decisions_people_By",
                        column: x => x.By,
                        principalTable: "people",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "initiative_parts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Initiative = table.Column<Guid>(type: "uuid", nullable: false),
                    Order = table.Column<int>(type: "integer", nullable: false),
                    Organisation = table.Column<Guid>(type: "uuid", nullable: true),
                    IsWithdrawn = table.Column<bool>(type: "boolean", nullable: true),
                    VisibleTo = table.Column<Guid>(type: "uuid", nullable: true),
                    Type = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Note_En = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Note_Nb = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Note_Nn = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Provenance_AsOf = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Provenance_Certainty = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Provenance_Source = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Actor = table.Column<Guid>(type: "uuid", nullable: true),
                    Importance = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, collation: "C"),
                    Replaceability = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, collation: "C"),
                    Strategy = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, collation: "C"),
                    Position = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, collation: "C"),
                    CanBlock = table.Column<bool>(type: "boolean", nullable: true),
                    Channel_En = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Channel_Nb = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Channel_Nn = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Plan_En = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Plan_Nb = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Plan_Nn = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Text_En = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Text_Nb = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Text_Nn = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Sector = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, collation: "C"),
                    Name_En = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Name_Nb = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Name_Nn = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Problem_En = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Problem_Nb = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Problem_Nn = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    OtherActor = table.Column<Guid>(type: "uuid", nullable: true),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, collation: "C"),
                    Strength = table.Column<int>(type: "integer", nullable: true),
                    Item = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Answer = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, collation: "C"),
                    SignedOn = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Decision = table.Column<Guid>(type: "uuid", nullable: true),
                    Gate = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Ends = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Outcome_En = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Outcome_Nb = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Outcome_Nn = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Starts = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    MoneyEnds = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Covers = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Lacks = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Agreement = table.Column<Guid>(type: "uuid", nullable: true),
                    Days = table.Column<int>(type: "integer", nullable: true),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, collation: "C"),
                    Parties_En = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Parties_Nb = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Parties_Nn = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Count = table.Column<int>(type: "integer", nullable: true),
                    MustDecide = table.Column<bool>(type: "boolean", nullable: true),
                    Other = table.Column<Guid>(type: "uuid", nullable: true),
                    Role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, collation: "C"),
                    Phase = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Cost = table.Column<int>(type: "integer", nullable: true),
                    Guideline = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, collation: "C"),
                    Conforming = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, collation: "C"),
                    Vendor = table.Column<Guid>(type: "uuid", nullable: true),
                    Instrument = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, collation: "C"),
                    Choice = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, collation: "C"),
                    Step = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, collation: "C"),
                    Effect = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Precondition = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, collation: "C"),
                    Fulfilment = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_initiative_parts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_initiative_parts_initiatives_Initiative",
                        column: x => x.Initiative,
                        principalTable: "initiatives",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_initiative_parts_organisations_Organisation",
                        column: x => x.Organisation,
                        principalTable: "organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "gate_snapshots",
                columns: table => new
                {
                    Decision = table.Column<Guid>(type: "uuid", nullable: false),
                    IsOfTeam = table.Column<bool>(type: "boolean", nullable: false),
                    Content = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Digest = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    VisibleTo = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_gate_snapshots", x => new { x.Decision, x.IsOfTeam });
                    table.ForeignKey(
                        name: "FK_gate_snapshots_gate_decisions_Decision",
                        column: x => x.Decision,
                        principalTable: "gate_decisions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_decision_matrices_Initiative",
                table: "decision_matrices",
                column: "Initiative");

            migrationBuilder.CreateIndex(
                name: "IX_decision_matrices_Key",
                table: "decision_matrices",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_decision_matrices_Organisation",
                table: "decision_matrices",
                column: "Organisation");

            migrationBuilder.CreateIndex(
                name: "IX_gate_decisions_By",
                table: "gate_decisions",
                column: "By");

            migrationBuilder.CreateIndex(
                name: "IX_gate_decisions_Initiative_Gate_Number",
                table: "gate_decisions",
                columns: new[] { "Initiative", "Gate", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_gate_decisions_OnBehalfOf",
                table: "gate_decisions",
                column: "OnBehalfOf");

            migrationBuilder.CreateIndex(
                name: "IX_initiative_parts_Initiative_Order",
                table: "initiative_parts",
                columns: new[] { "Initiative", "Order" });

            migrationBuilder.CreateIndex(
                name: "IX_initiative_parts_Organisation",
                table: "initiative_parts",
                column: "Organisation");

            migrationBuilder.CreateIndex(
                name: "IX_initiative_parts_Type_Order",
                table: "initiative_parts",
                columns: new[] { "Type", "Order" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "decision_matrices");

            migrationBuilder.DropTable(
                name: "gate_snapshots");

            migrationBuilder.DropTable(
                name: "initiative_parts");

            migrationBuilder.DropTable(
                name: "gate_decisions");

            migrationBuilder.DropColumn(
                name: "ArchiveReference",
                table: "initiatives");

            migrationBuilder.DropColumn(
                name: "Confirmed",
                table: "initiatives");

            migrationBuilder.DropColumn(
                name: "ConfirmedForMonths",
                table: "initiatives");

            migrationBuilder.DropColumn(
                name: "Ends",
                table: "initiatives");

            migrationBuilder.DropColumn(
                name: "Evaluated",
                table: "initiatives");

            migrationBuilder.DropColumn(
                name: "KeptBy",
                table: "initiatives");

            migrationBuilder.DropColumn(
                name: "Levels",
                table: "initiatives");

            migrationBuilder.DropColumn(
                name: "Method",
                table: "initiatives");

            migrationBuilder.DropColumn(
                name: "MethodVersion",
                table: "initiatives");

            migrationBuilder.DropColumn(
                name: "Model",
                table: "initiatives");

            migrationBuilder.DropColumn(
                name: "NeedsMunicipalDecisions",
                table: "initiatives");

            migrationBuilder.DropColumn(
                name: "OtherSectors_En",
                table: "initiatives");

            migrationBuilder.DropColumn(
                name: "OtherSectors_Nb",
                table: "initiatives");

            migrationBuilder.DropColumn(
                name: "OtherSectors_Nn",
                table: "initiatives");

            migrationBuilder.DropColumn(
                name: "PrivacyAssessed",
                table: "initiatives");

            migrationBuilder.DropColumn(
                name: "Problem_En",
                table: "initiatives");

            migrationBuilder.DropColumn(
                name: "Problem_Nb",
                table: "initiatives");

            migrationBuilder.DropColumn(
                name: "Problem_Nn",
                table: "initiatives");

            migrationBuilder.DropColumn(
                name: "Purpose_En",
                table: "initiatives");

            migrationBuilder.DropColumn(
                name: "Purpose_Nb",
                table: "initiatives");

            migrationBuilder.DropColumn(
                name: "Purpose_Nn",
                table: "initiatives");

            migrationBuilder.DropColumn(
                name: "Realised",
                table: "initiatives");

            migrationBuilder.DropColumn(
                name: "SecurityAssessed",
                table: "initiatives");

            migrationBuilder.DropColumn(
                name: "ServiceArea_En",
                table: "initiatives");

            migrationBuilder.DropColumn(
                name: "ServiceArea_Nb",
                table: "initiatives");

            migrationBuilder.DropColumn(
                name: "ServiceArea_Nn",
                table: "initiatives");

            migrationBuilder.DropColumn(
                name: "SharedSolutions_En",
                table: "initiatives");

            migrationBuilder.DropColumn(
                name: "SharedSolutions_Nb",
                table: "initiatives");

            migrationBuilder.DropColumn(
                name: "SharedSolutions_Nn",
                table: "initiatives");

            migrationBuilder.DropColumn(
                name: "Starts",
                table: "initiatives");

            migrationBuilder.DropColumn(
                name: "Status_En",
                table: "initiatives");

            migrationBuilder.DropColumn(
                name: "Status_Nb",
                table: "initiatives");

            migrationBuilder.DropColumn(
                name: "Status_Nn",
                table: "initiatives");

            migrationBuilder.DropColumn(
                name: "TouchesPersonalData",
                table: "initiatives");
        }
    }
}
